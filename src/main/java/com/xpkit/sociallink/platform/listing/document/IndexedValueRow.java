package com.xpkit.sociallink.platform.listing.document;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** One value inside a document; lists filter and order by these rows. */
@MappedSuperclass
public abstract class IndexedValueRow {

    @Column(name = "account_id")
    private UUID accountId;

    private String path;

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
