package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.kernel.Owned;
import com.xpkit.sociallink.platform.storage.Stored;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One {@code socialauth} configuration of an account. */
@Entity
@Table(name = "configuration")
public class Configuration extends Stored implements Owned {

    static final String WECHAT = "wechat";

    @Column(name = "account_id")
    private UUID accountId;

    private String name;
    private String type;
    private String domain;

    @Column(name = "app_id")
    private String appId;

    /** Sealed by {@code platform.sealing}. */
    @Column(name = "app_secret")
    private String appSecret;

    @Column(name = "auth_file_name")
    private String authFileName;

    @Column(name = "experience_id")
    private String experienceId;

    protected Configuration() {}

    Configuration(UUID account, Instant now) {
        super(now);
        accountId = account;
        type = WECHAT;
    }

    /**
     * @param sealedSecret null keeps the current one
     */
    void change(ConfigurationForm form, String sealedSecret, Instant now) {
        name = form.name();
        domain = form.domain();
        appId = form.appId();
        appSecret = sealedSecret == null ? appSecret : sealedSecret;
        authFileName = form.file().map(VerificationFile::name).orElse(null);
        experienceId = form.experienceId().orElse(null);
        touch(now);
    }

    /** The service stopped serving the file for this configuration. */
    void loseFile(Instant now) {
        authFileName = null;
        touch(now);
    }

    @Override
    public UUID account() {
        return accountId;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    String domain() {
        return domain;
    }

    String appId() {
        return appId;
    }

    String sealedSecret() {
        return appSecret;
    }

    Optional<String> authFileName() {
        return Optional.ofNullable(authFileName);
    }

    Optional<String> experienceId() {
        return Optional.ofNullable(experienceId);
    }

    @Override
    public String toString() {
        return "Configuration " + id();
    }
}
