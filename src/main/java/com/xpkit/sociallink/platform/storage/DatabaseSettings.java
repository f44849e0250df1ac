package com.xpkit.sociallink.platform.storage;

import com.xpkit.sociallink.platform.h2.H2Address;
import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Which database to use: one given by its URL, or a data source of the server. */
@ApplicationScoped
public class DatabaseSettings implements CheckedSettings {

    private static final String URL = "sociallink.db.url";
    private static final String USER = "sociallink.db.user";
    private static final String PASSWORD = "sociallink.db.password";
    private static final String DATA_SOURCE = "sociallink.db.data-source";

    /** The data source that the service uses, no matter who made it. */
    private static final String IN_USE = "java:app/env/jdbc/sociallink";

    BooleanSupplier areSettingsInUse = SettingsDataSource::isInUse;

    private Optional<String> dataSource;
    private String url;
    private DatabaseProduct product;
    private String user;
    private String password;

    protected DatabaseSettings() {}

    @Inject
    public DatabaseSettings(Settings settings) {
        dataSource = settings.find(DATA_SOURCE);
        if (dataSource.isEmpty()) {
            readAddress(settings);
        }
    }

    private void readAddress(Settings settings) {
        url = settings.text(URL);
        product = DatabaseProduct.of(url).orElseThrow(DatabaseSettings::unknown);
        user = settings.find(USER).orElse("");
        password = settings.findSecret(PASSWORD).orElse("");
    }

    private static InvalidSetting unknown() {
        return new InvalidSetting(URL, "must begin with one of " + DatabaseProduct.prefixes());
    }

    /**
     * Looks up the server's data source, but does not check that its database is reachable.
     *
     * @throws InvalidSetting also when the server makes its own data source from these settings and would replace parts
     *     of them
     */
    @Override
    public void check() {
        findDataSource();
        findReplaceable()
                .filter(key -> isServersOwn())
                .ifPresent(
                        key -> {
                            throw new InvalidSetting(
                                    key,
                                    "holds ${ or begins with {, which the server's own data source"
                                            + " would replace");
                        });
    }

    private boolean isServersOwn() {
        try {
            InitialContext.<DataSource>doLookup(IN_USE).getConnection().close();
        } catch (NamingException | SQLException refused) {
            // no matter: the question is which data source was asked
        }
        return !areSettingsInUse.getAsBoolean();
    }

    /**
     * The server's own data source; empty when {@code sociallink.db.url} is used.
     *
     * @throws InvalidSetting when the server has none of that name
     */
    Optional<DataSource> findDataSource() {
        return dataSource.map(DatabaseSettings::lookUp);
    }

    private static DataSource lookUp(String name) {
        try {
            if (InitialContext.doLookup(name) instanceof DataSource found) {
                return found;
            }
        } catch (NamingException unknown) {
            throw unknown(name);
        }
        throw unknown(name);
    }

    private static InvalidSetting unknown(String name) {
        return new InvalidSetting(DATA_SOURCE, "names no data source of the server: " + name);
    }

    /**
     * The first of these settings that a server's configuration would change: a variable {@code ${…}}, or a password
     * that begins with {@code {…}} and would be decoded (Open Liberty's variables and PasswordUtil).
     */
    private Optional<String> findReplaceable() {
        return dataSource.isPresent() ? Optional.empty() : replaceable().findFirst();
    }

    private Stream<String> replaceable() {
        var variables =
                Stream.of(Map.entry(URL, url), Map.entry(USER, user), Map.entry(PASSWORD, password))
                        .filter(setting -> setting.getValue().contains("${"))
                        .map(Map.Entry::getKey);
        return password.startsWith("{") ? Stream.concat(Stream.of(PASSWORD), variables) : variables;
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    DatabaseProduct product() {
        return product;
    }

    /** Of {@code sociallink.db.url}; only when that is used. */
    DatabaseAddress address() {
        return new DatabaseAddress(url, user, password);
    }

    /** Whether a data source of the server replaces {@code sociallink.db.url}. */
    boolean isOfTheServer() {
        return dataSource.isPresent();
    }

    /** The URL if it is one of H2. */
    Optional<H2Address> findH2() {
        return product == DatabaseProduct.H2 ? Optional.of(new H2Address(url)) : Optional.empty();
    }
}
