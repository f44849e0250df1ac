package com.xpkit.sociallink.platform.listing.document;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/**
 * One value inside a document; lists filter and order by these rows. Path and value are part of the primary key: a document
 * has each value once.
 */
@MappedSuperclass
public abstract class IndexedValueRow {

    @Column(name = "account_id")
    private UUID accountId;

    @Id private String path;

    @Id
    @Column(name = "indexed_value")
    private String value;

    @Column(name = "long_text")
    private String longText;

    protected IndexedValueRow() {}

    protected IndexedValueRow(UUID account, IndexedValue indexed) {
        accountId = account;
        path = indexed.path();
        value = indexed.value();
        longText = indexed.longText();
    }

    public IndexedValue indexedValue() {
        return new IndexedValue(path, value, longText);
    }
}
