package com.xpkit.sociallink.platform.storage;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

/** The names that a server has bound, for the thread of a test. */
public final class ServersNames implements InitialContextFactory, AutoCloseable {

    private static final ThreadLocal<Map<String, Object>> BOUND =
            ThreadLocal.withInitial(HashMap::new);

    private static final String FACTORY = Context.INITIAL_CONTEXT_FACTORY;

    ServersNames bind(String name, Object object) {
        System.setProperty(FACTORY, ServersNames.class.getName());
        BOUND.get().put(name, object);
        return this;
    }

    @Override
    public void close() {
        BOUND.remove();
        System.clearProperty(FACTORY);
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
        return new InitialContext(true) {
            @Override
            public Object lookup(String name) throws NamingException {
                if (!BOUND.get().containsKey(name)) {
                    throw new NameNotFoundException(name);
                }
                return BOUND.get().get(name);
            }
        };
    }
}
