package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Visitors to choose on the sheet and in tests. */
public final class People {

    /** An ordinary visitor of today, and the default until another one is chosen. */
    public static final Visitor XIAOMING = Visitor.named("xiaoming", "小明");

    /** A nickname with characters that take four bytes, and one that joins two of them. */
    public static final Visitor EMOJI = Visitor.named("emoji", "李华🌸🐼👩‍💻");

    /** A nickname with markup, quotes, raw control characters and a cut-off emoji: broken UTF-8. */
    public static final Visitor ODD =
            Visitor.named("odd", "").nickname(Nickname.ofBytes(oddBytes()));

    /** A visitor as WeChat reported them before October 2021, with gender and region. */
    public static final Visitor OLD_FRIEND =
            Visitor.named("old-friend", "老朋友")
                    .sex(2)
                    .from("广州", "广东", "中国")
                    .shape(ProfileShape.BEFORE_2021);

    /** The virtual user of a snapshot page. */
    public static final Visitor SNAPSHOT = Visitor.named("snapshot", "微信用户").onSnapshotPage();

    private static final String STRANGER = "stranger-";

    private People() {}

    public static List<Visitor> ready() {
        return List.of(XIAOMING, EMOJI, ODD, OLD_FRIEND, SNAPSHOT);
    }

    /** A new visitor; the same mark makes the same visitor again. */
    static Visitor stranger(String mark) {
        return Visitor.named(STRANGER + mark, "路人 " + mark);
    }

    static boolean isStranger(String key) {
        return key.matches(STRANGER + "[0-9a-f]{8}");
    }

    static String markOf(String strangersKey) {
        return strangersKey.substring(STRANGER.length());
    }

    private static byte[] oddBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("<b>O'Dd</b> \"\\/ \u0007\u0014 ".getBytes(UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xf0, (byte) 0x9f, (byte) 0x98});
        bytes.writeBytes(" 王".getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
