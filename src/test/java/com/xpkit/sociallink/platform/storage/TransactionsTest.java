package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final TransactionsInMemory interceptor = new TransactionsInMemory();
    private final Transactions transactions = new Transactions();

    {
        transactions.intercepted = interceptor;
    }

    @Test
    void givesWhatWasWritten() {
        assertThat(transactions.run(() -> "written")).isEqualTo("written");
    }

    @Test
    void handsAFailureToTheCaller() {
        var failure = new IllegalStateException();

        assertThatThrownBy(() -> transactions.run(throwing(failure))).isSameAs(failure);
    }

    @Test
    void makesEachTryATransactionOfItsOwn() {
        var left = new int[] {2};

        var result =
                transactions.retrying(
                        5,
                        () -> {
                            if (left[0]-- > 0) {
                                throw new OptimisticLockException();
                            }
                            return "written";
                        });

        assertThat(result).isEqualTo("written");
        assertThat(interceptor.rolledBack()).isEqualTo(2);
        assertThat(interceptor.committed()).isEqualTo(1);
    }

    @Test
    void givesUpAfterSoManyTries() {
        var conflict = new OptimisticLockException();

        assertThatThrownBy(() -> transactions.retrying(3, throwing(conflict))).isSameAs(conflict);
        assertThat(interceptor.rolledBack()).isEqualTo(3);
    }

    @Test
    void triesNothingAgainThatIsNotAConflict() {
        var failure = new IllegalStateException();

        assertThatThrownBy(() -> transactions.retrying(3, throwing(failure))).isSameAs(failure);
        assertThat(interceptor.rolledBack()).isEqualTo(1);
    }

    /**
     * Each attempt begins in the interceptor; an interceptor around all attempts would put them into one transaction.
     */
    @Test
    void hasTheInterceptorAroundEachRunAndNotAroundTheTries() {
        assertThat(Transactions.class.getDeclaredMethods())
                .filteredOn(method -> !method.isSynthetic())
                .allSatisfy(
                        method ->
                                assertThat(method.isAnnotationPresent(Transactional.class))
                                        .as(method.getName())
                                        .isEqualTo(method.getName().equals("run")));
        assertThat(Arrays.asList(Transactions.class.getAnnotations()))
                .noneMatch(Transactional.class::isInstance);
    }

    private static Supplier<String> throwing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }
}
