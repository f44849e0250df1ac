package com.xpkit.sociallink.simulator;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What the simulator served, faults included, for tests to count. Keeps no secret, only whether it was right. */
public final class Logbook {

    private final AtomicInteger authorizations = new AtomicInteger();
    private final AtomicInteger tokenCalls = new AtomicInteger();
    private final AtomicInteger rightSecrets = new AtomicInteger();
    private final AtomicInteger wrongSecrets = new AtomicInteger();
    private final List<String> userinfoLanguages = new CopyOnWriteArrayList<>();
    private final Set<Integer> apiPorts = ConcurrentHashMap.newKeySet();
    private final Codes codes;

    Logbook(Codes codes) {
        this.codes = codes;
    }

    /** Visits to the authorise page, refused ones included. */
    public int authorizations() {
        return authorizations.get();
    }

    public int tokenCalls() {
        return tokenCalls.get();
    }

    public int userinfoCalls() {
        return userinfoLanguages.size();
    }

    /** The {@code lang} of each userinfo call, empty where none was sent. */
    public List<String> userinfoLanguages() {
        return List.copyOf(userinfoLanguages);
    }

    /** The number of different TCP connections of the API calls. */
    public int apiConnections() {
        return apiPorts.size();
    }

    /** Token calls of a known account with its secret. */
    public int rightSecrets() {
        return rightSecrets.get();
    }

    /** Token calls of a known account with another secret. */
    public int wrongSecrets() {
        return wrongSecrets.get();
    }

    public int codesIssued() {
        return codes.issued();
    }

    public int codesSpent() {
        return codes.spent();
    }

    public boolean isSpent(String code) {
        return codes.isSpent(code);
    }

    void authorization() {
        authorizations.incrementAndGet();
    }

    void tokenCall(Request call) {
        tokenCalls.incrementAndGet();
        apiPorts.add(call.remotePort());
    }

    void userinfoCall(Request call) {
        userinfoLanguages.add(call.query().first("lang"));
        apiPorts.add(call.remotePort());
    }

    void secret(boolean right) {
        (right ? rightSecrets : wrongSecrets).incrementAndGet();
    }
}
