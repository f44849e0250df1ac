package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.address.AllowedDomains;
import com.xpkit.sociallink.address.InvalidDomain;
import com.xpkit.sociallink.platform.json.Form;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The members of a configuration, as sent by a caller and checked.
 *
 * @param domain as written, one or more entries
 * @param appSecret empty keeps the current one
 * @param file empty when none is served
 */
record ConfigurationForm(
        String name,
        String domain,
        String appId,
        Optional<String> appSecret,
        Optional<VerificationFile> file,
        Optional<String> experienceId) {

    static final Set<String> MEMBERS =
            Set.of(
                    "account_id",
                    "name",
                    "type",
                    "domain",
                    "app_id",
                    "app_secret",
                    "auth_file_name",
                    "auth_file_contents",
                    "experience_id");

    private static final Pattern FILE_NAME =
            Pattern.compile(
                    "([A-Za-z0-9_-][A-Za-z0-9._-]*/){0,3}[A-Za-z0-9_-][A-Za-z0-9._-]*\\.txt");
    private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern APP_SECRET = Pattern.compile("[!-~]{1,128}");

    /**
     * @throws com.xpkit.sociallink.platform.error.InvalidFields naming every invalid member
     */
    static ConfigurationForm of(Form form, boolean needsSecret) {
        var read =
                new ConfigurationForm(
                        form.required("name", 255),
                        form.required("domain", 4096),
                        form.required("app_id", 64),
                        needsSecret
                                ? Optional.of(form.required("app_secret", 128))
                                : form.optional("app_secret", 128),
                        file(form),
                        form.optional("experience_id", 255));
        read.checkInto(form);
        form.check();
        return read;
    }

    private void checkInto(Form form) {
        form.optional("type", 16)
                .filter(type -> !type.equals(Configuration.WECHAT))
                .ifPresent(type -> form.fault("type", "must be wechat"));
        if (!APP_ID.matcher(appId).matches()) {
            form.fault("app_id", "must be letters, digits, - and _");
        }
        if (appSecret.filter(secret -> !APP_SECRET.matcher(secret).matches()).isPresent()) {
            form.fault("app_secret", "must be visible ASCII characters");
        }
        try {
            AllowedDomains.parse(domain);
        } catch (InvalidDomain invalid) {
            form.fault("domain", invalid.getMessage());
        }
    }

    private static Optional<VerificationFile> file(Form form) {
        var name = form.optional("auth_file_name", 255).filter(text -> !text.isEmpty());
        var contents = form.optional("auth_file_contents", 4096).filter(text -> !text.isEmpty());
        if (name.isPresent() != contents.isPresent()) {
            form.fault(
                    name.isPresent() ? "auth_file_contents" : "auth_file_name",
                    "is missing: the file needs a name and contents");
        }
        if (name.filter(text -> !isServed(text)).isPresent()) {
            form.fault(
                    "auth_file_name",
                    "must be a name or a path such as sub/MP_verify_x.txt of letters, digits,"
                            + " . _ and -, end in .txt, and not begin with a path of the service");
        }
        return name.map(text -> new VerificationFile(text, contents.orElse("")));
    }

    private static boolean isServed(String name) {
        return FILE_NAME.matcher(name).matches()
                && !name.matches(
                        "(?i)((api|error|portal|web-inf|meta-inf)/"
                                + "|(health|openapi|metrics)[./]).*");
    }

    AllowedDomains domains() {
        return AllowedDomains.parse(domain);
    }

    @Override
    public String toString() {
        return "ConfigurationForm " + name;
    }
}
