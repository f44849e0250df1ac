package com.xpkit.sociallink.profile.list;

import com.xpkit.sociallink.platform.listing.Field;
import com.xpkit.sociallink.platform.listing.Fields;
import com.xpkit.sociallink.platform.listing.document.IndexedValueRows;
import com.xpkit.sociallink.profile.ProfileKey;
import com.xpkit.sociallink.profile.SocialMembers;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of a profile that lists know; any name that a member may have is one. */
public final class ProfileFields {

    private static final IndexedValueRows INDEX =
            IndexedValueRows.forLongLists("ProfileIndexedValue", "profileId");

    public static final Fields ALL =
            Fields.of(
                            Stream.of(
                                            ProfileKey.KINDS.stream().map(ProfileFields::key),
                                            Stream.of("gender").map(ProfileFields::column),
                                            Stream.of("city", "province", "country")
                                                    .map(ProfileFields::address),
                                            SocialMembers.names().stream()
                                                    .map(ProfileFields::social))
                                    .flatMap(fields -> fields)
                                    .toArray(Field[]::new))
                    .orElse(ProfileFields::other, INDEX::found);

    private ProfileFields() {}

    private static Field key(String kind) {
        var ofKind = "from ProfileKey k where k.kind = " + ProfileKey.number(kind) + " and ";
        return Field.elements(
                kind,
                "(select coalesce(min(k.value), '') " + ofKind + "k.profileId = e.id)",
                "e.id in (select k.profileId " + ofKind + "k.accountId = :account and {k.value})");
    }

    private static Field column(String name) {
        return Field.text(name, "coalesce(e." + name + ", '')");
    }

    private static Field address(String name) {
        return Field.text("address." + name, "coalesce(e." + name + ", '')");
    }

    private static Field social(String member) {
        var name = "social." + member;
        var ofName = "from SocialText s where s.path = '" + name + "' and ";
        return Field.elements(
                name,
                "(select coalesce(min(s.text), '') " + ofName + "s.profileId = e.id)",
                "e.id in (select s.profileId " + ofName + "s.accountId = :account and {s.text})");
    }

    private static Optional<Field> other(String name) {
        return Optional.of(INDEX.field(name))
                .filter(field -> !name.isEmpty() && !name.startsWith("_xpkit_"))
                .filter(field -> Field.storable(name).isPresent());
    }
}
