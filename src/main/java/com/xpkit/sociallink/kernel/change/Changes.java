package com.xpkit.sociallink.kernel.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The one place that reports what changed. A use case that writes a resource calls it once, in its transaction. */
@ApplicationScoped
public class Changes {

    @Inject Event<Changed> forgetting;

    List<ChangeListener> listeners = List.of();

    /** Collected once, because each link asks them. */
    @Inject
    void listenTo(@Any Instance<ChangeListener> all) {
        listeners = all.stream().toList();
    }

    /** Whether anybody needs changes of this kind. */
    public boolean areHeard(Change.Kind kind) {
        return listeners.stream().anyMatch(listener -> listener.wants(kind));
    }

    /**
     * The current members of a resource, for a {@link Change}.
     *
     * @param members reads them; not called when nobody listens
     * @return an empty object when nobody listens
     */
    public JsonObject seen(Change.Kind kind, Supplier<JsonObject> members) {
        return areHeard(kind) ? members.get() : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** Called once for each change, in its transaction. */
    public void tell(Change change) {
        listeners.stream()
                .filter(listener -> listener.wants(change.kind()))
                .forEach(listener -> listener.heard(change));
        switch (change.kind()) {
            case APP -> forget(change.id());
            case ACCOUNT, CONFIGURATION -> forget(change.account());
            default -> {
                // no node caches profiles
            }
        }
    }

    private void forget(UUID id) {
        forgetting.fire(new Changed(id));
    }
}
