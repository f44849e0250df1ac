package com.xpkit.sociallink;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** The events that a bean has fired, without a container. */
public final class Fired<T> {

    private final List<T> all = new ArrayList<>();

    /** An event that records what is fired. */
    @SuppressWarnings("unchecked")
    public Event<T> event() {
        return (Event<T>)
                Proxy.newProxyInstance(
                        Fired.class.getClassLoader(),
                        new Class<?>[] {Event.class},
                        (proxy, method, arguments) -> all.add((T) arguments[0]));
    }

    public List<T> all() {
        return all;
    }
}
