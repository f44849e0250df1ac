package com.xpkit.sociallink.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionalException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UncheckedCommitsTest {

    private final UncheckedCommits commits = new UncheckedCommits();

    @Test
    void passesOnWhatTheMethodReturns() throws Exception {
        assertThat(commits.call(call(() -> "done"))).isEqualTo("done");
    }

    @ParameterizedTest
    @MethodSource
    void makesEachServersRefusalTheSameUncheckedException(Exception refused) {
        assertThatThrownBy(() -> commits.call(failing(refused)))
                .isInstanceOf(NotCommitted.class)
                .hasCause(refused);
    }

    static Stream<Exception> makesEachServersRefusalTheSameUncheckedException() {
        return Stream.of(
                new RollbackException("ARJUNA016053: could not commit"),
                new TransactionalException("Managed bean", new SystemException("40001")));
    }

    @Test
    void leavesTheMethodsOwnExceptionsAlone() {
        var own = new IOException("its own");

        assertThatThrownBy(() -> commits.call(failing(own))).isSameAs(own);
    }

    private static InvocationContext failing(Exception failure) {
        return call(
                () -> {
                    throw failure;
                });
    }

    private static InvocationContext call(Callable<Object> method) {
        return (InvocationContext)
                Proxy.newProxyInstance(
                        UncheckedCommitsTest.class.getClassLoader(),
                        new Class<?>[] {InvocationContext.class},
                        (proxy, called, arguments) -> method.call());
    }
}
