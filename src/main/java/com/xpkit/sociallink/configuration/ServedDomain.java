package com.xpkit.sociallink.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One domain of a configuration; the primary key lets only one configuration of an account serve it. */
@Entity
@IdClass(ServedDomain.Key.class)
@Table(name = "served_domain")
public class ServedDomain {

    @Id
    @Column(name = "account_id")
    private String accountId;

    @Id private String domain;

    @Column(name = "configuration_id")
    private String configurationId;

    protected ServedDomain() {}

    ServedDomain(Configuration configuration, String domain) {
        accountId = configuration.account().toString();
        configurationId = configuration.id().toString();
        this.domain = domain;
    }

    /** The class of a composite key, as Jakarta Persistence requires. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String accountId;
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
