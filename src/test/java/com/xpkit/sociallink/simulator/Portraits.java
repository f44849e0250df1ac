package com.xpkit.sociallink.simulator;

import java.util.List;
import java.util.stream.Stream;

/** The visitors as the pages list them, with the current one checked. */
final class Portraits {

    private Portraits() {}

    static List<Page> of(List<Visitor> visitors, Visitor current) {
        boolean newcomer = visitors.stream().noneMatch(who -> who.key().equals(current.key()));
        return Stream.of(
                        visitors.stream(),
                        newcomer ? Stream.of(current) : Stream.<Visitor>empty(),
                        Stream.of(Visitor.named(Visitors.NEW, "新访客 · a new random visitor")))
                .flatMap(all -> all)
                .map(visitor -> portrait(visitor, visitor.key().equals(current.key())))
                .toList();
    }

    private static Page portrait(Visitor visitor, boolean chosen) {
        return Page.of("/simulator/" + (chosen ? "person-chosen.html" : "person.html"))
                .with("key", visitor.key())
                .with("initial", initial(visitor.nickname().text()))
                .with("nickname", visitor.nickname().text())
                .with("note", note(visitor));
    }

    private static String initial(String nickname) {
        return nickname.codePoints().limit(1).mapToObj(Character::toString).findAny().orElse("?");
    }

    private static String note(Visitor visitor) {
        if (visitor.snapshot()) {
            return "快照页虚拟用户 · snapshot page, virtual user";
        }
        return visitor.region().equals(Region.UNKNOWN)
                ? visitor.key()
                : visitor.key() + " · 2021 年前 · with gender and region";
    }
}
