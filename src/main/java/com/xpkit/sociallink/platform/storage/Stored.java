package com.xpkit.sociallink.platform.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What every stored resource has: an id, its times and a change counter. */
@MappedSuperclass
public abstract class Stored {

    @Id private UUID id;

    private Instant created;

    @Column(name = "last_modified")
    private Instant lastModified;

    @Version private int version;

    protected Stored() {}

    /** For a new resource. */
    protected Stored(Instant now) {
        this(TimeOrderedId.at(now), now);
    }

    protected Stored(UUID id, Instant now) {
        this.id = id;
        created = now.truncatedTo(ChronoUnit.MILLIS);
        lastModified = created;
    }

    /** For a resource that existed before. */
    protected Stored(UUID id, Instant created, Instant lastModified) {
        this.id = id;
        this.created = created;
        this.lastModified = lastModified;
    }

    /**
     * Every change goes through here, so none forgets the time. The time always moves forward, because the version only
     * counts when a column changes, and the clocks of several nodes disagree.
     */
    protected void touch(Instant now) {
        var time = now.truncatedTo(ChronoUnit.MILLIS);
        lastModified = time.isAfter(lastModified) ? time : lastModified.plusMillis(1);
    }

    public UUID id() {
        return id;
    }

    public Instant created() {
        return created;
    }

    public Instant lastModified() {
        return lastModified;
    }

    public int version() {
        return version;
    }
}
