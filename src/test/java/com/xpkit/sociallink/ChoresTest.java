package com.xpkit.sociallink;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.xpkit.sociallink.platform.upkeep.Chore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chores of the service. */
class ChoresTest {

    private final List<Chore> chores =
            new Routes()
                    .code().stream()
                            .filter(type -> type.isAssignableTo(Chore.class))
                            .filter(type -> !type.isInterface())
                            .map(ChoresTest::made)
                            .toList();

    /** Two chores with the same name would share a lease. */
    @Test
    void haveNamesOfTheirOwn() {
        assertThat(chores).extracting(Chore::name).doesNotHaveDuplicates().hasSizeGreaterThan(2);
    }

    @Test
    void haveNamesThatFitTheirColumn() {
        assertThat(chores).allMatch(chore -> chore.name().length() <= 64);
    }

    private static Chore made(JavaClass type) {
        try {
            return (Chore) type.reflect().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
