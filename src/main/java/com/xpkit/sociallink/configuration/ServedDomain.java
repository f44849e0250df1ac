package com.xpkit.sociallink.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** One domain of a configuration; the primary key lets only one configuration of an account serve it. */
@Entity
@IdClass(ServedDomain.Key.class)
@Table(name = "served_domain")
public class ServedDomain {

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Id private String domain;

    @Column(name = "configuration_id")
    private UUID configurationId;

    protected ServedDomain() {}

    ServedDomain(Configuration configuration, String domain) {
        accountId = configuration.account();
        configurationId = configuration.id();
        this.domain = domain;
    }

    /** The class of a composite key, as Jakarta Persistence requires. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID accountId;
        private String domain;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.accountId.equals(accountId)
                    && key.domain.equals(domain);
        }

        @Override
        public int hashCode() {
            return accountId.hashCode() * 31 + domain.hashCode();
        }
    }
}
