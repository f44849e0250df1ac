package com.xpkit.sociallink.profile.merge;

import com.xpkit.sociallink.platform.json.JsonMother;
import com.xpkit.sociallink.profile.merge.MergeChange.Kind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Documents to merge, and the results of merges. */
final class MergeMother {

    static final UUID OTHER = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000a");
    static final UUID ANOTHER = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000b");

    static final int MAX = 10_000;

    private static final List<String> NAMES = List.of("a", "b", "c/d", "e~f", "social", "");
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "''",
                    "[]",
                    "{}",
                    "0",
                    "false",
                    "'x'",
                    "'y'",
                    "5",
                    "5.0",
                    "[[]]",
                    "{'a':null}",
                    "{'type':'wechat','openid':'o1'}",
                    "{'type':'wechat','openid':'o1','nickname':'x'}",
                    "{'type':'wechat','openid':'o2','tags':[]}");

    private MergeMother() {}

    static DocumentMerge merged(String authority, String... others) {
        var byId = new LinkedHashMap<UUID, JsonObject>();
        for (var other : others) {
            byId.put(byId.isEmpty() ? OTHER : ANOTHER, json(other));
        }
        return DocumentMerge.of(json(authority), byId, MAX);
    }

    static MergeChange filled(String member, String value, String before) {
        return new MergeChange(
                member, Kind.FILLED, value(value), before == null ? null : value(before), OTHER);
    }

    static MergeChange joined(String member, String value) {
        return new MergeChange(member, Kind.JOINED, value(value), null, OTHER);
    }

    static MergeChange dropped(String member, String value) {
        return new MergeChange(member, Kind.DROPPED, value(value), null, OTHER);
    }

    static JsonObject json(String json) {
        return JsonMother.document(json).json();
    }

    static JsonValue value(String json) {
        return json("{'v':" + json + "}").get("v");
    }

    /** Any document: blanks, names that a pointer escapes, nested objects and arrays. */
    static JsonObject document(Random random, int depth) {
        var json = Json.createObjectBuilder();
        for (var name : NAMES) {
            if (random.nextInt(3) > 0) {
                json.add(name, anyValue(random, depth));
            }
        }
        return json.build();
    }

    private static JsonValue anyValue(Random random, int depth) {
        var kind = random.nextInt(depth > 0 ? 5 : 3);
        if (kind == 4) {
            return document(random, depth - 1);
        }
        return kind == 3 ? array(random, depth - 1) : value(any(random));
    }

    private static JsonValue array(Random random, int depth) {
        var elements = new ArrayList<JsonValue>();
        for (int i = random.nextInt(5); i > 0; i--) {
            elements.add(anyValue(random, depth));
        }
        return Json.createArrayBuilder(elements).build();
    }

    private static String any(Random random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
