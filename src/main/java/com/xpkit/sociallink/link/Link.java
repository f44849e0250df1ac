package com.xpkit.sociallink.link;

import com.xpkit.sociallink.address.ApplicationUri;
import com.xpkit.sociallink.link.flow.Flow;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One request of a visitor's and what is known of it so far: where an error may send them, and what its
 * line in the log says.
 */
final class Link {

    private final long began = System.nanoTime();
    private final String reference =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()).substring(4);
    private Optional<UUID> account = Optional.empty();
    private Optional<UUID> configuration = Optional.empty();
    private Optional<ApplicationUri> home = Optional.empty();
    private Optional<Flow> flow = Optional.empty();

    void isOf(UUID account) {
        this.account = Optional.of(account);
    }

    /** From now on errors go to the application: the account is known and allows the address. */
    void mayReturnTo(ApplicationUri uri, UUID configuration) {
        home = Optional.of(uri);
        this.configuration = Optional.of(configuration);
    }

    /** The browser that called back has begun the flow. */
    void isProven(Flow flow) {
        this.flow = Optional.of(flow);
    }

    /** Empty until it is proven. */
    Optional<Flow> flow() {
        return flow;
    }

    /** What {@link System#nanoTime()} was. */
    long began() {
        return began;
    }

    Optional<UUID> account() {
        return account;
    }

    Optional<ApplicationUri> home() {
        return home;
    }

    /** What the page shows and the log's line also says; 12 hexadecimal digits. */
    String reference() {
        return reference;
    }

    /** The line in the log, without its outcome. */
    String line() {
        return "account=%s configuration=%s duration=%dms reference=%s"
                .formatted(
                        account.map(UUID::toString).orElse("-"),
                        configuration.map(UUID::toString).orElse("-"),
                        (System.nanoTime() - began) / 1_000_000,
                        reference);
    }
}
