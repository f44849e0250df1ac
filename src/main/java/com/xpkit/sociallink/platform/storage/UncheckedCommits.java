package com.xpkit.sociallink.platform.storage;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;

/**
 * Makes every failure of a commit the same unchecked exception. WildFly throws checked ones out of methods that declare none,
 * so that {@code catch (RuntimeException …)} misses them: nothing is tried again, and a chore ends for good. Payara's Jersey
 * answers the standard one, {@link TransactionalException}, with a mapper of its own.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class UncheckedCommits {

    /** Outside the server's interceptor, which has the priority {@code PLATFORM_BEFORE + 200}. */
    @AroundInvoke
    Object call(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (TransactionalException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException refused) {
            throw new NotCommitted(refused);
        }
    }
}
