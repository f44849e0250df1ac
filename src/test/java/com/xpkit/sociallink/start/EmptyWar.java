package com.xpkit.sociallink.start;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR that contains only a redirect, and the file that puts it at the root. */
enum EmptyWar {
    /** One servlet. */
    SERVLET {
        @Override
        WebArchive fill(WebArchive war, Path directory) {
            return war.addClass(RedirectServlet.class);
        }
    },
    /** One resource of Jakarta REST and one bean of CDI. */
    REST {
        @Override
        WebArchive fill(WebArchive war, Path directory) {
            return rest(war).addClasses(RedirectResource.class, RedirectTarget.class);
        }
    },
    /** Jakarta REST and CDI, one entity, and the database that the service has in the same run: an H2 file. */
    PERSISTENCE {
        @Override
        WebArchive fill(WebArchive war, Path directory) {
            return rest(war)
                    .addClasses(StoredRedirectResource.class, StoredRedirect.class)
                    .addAsResource(new StringAsset(UNIT), "META-INF/persistence.xml")
                    .setWebXML(new StringAsset(DATA_SOURCE.formatted(url(directory))))
                    .addAsLibrary(h2());
        }

        @Override
        Map<String, String> settings(Path directory) {
            return Map.of(
                    "SOCIALLINK_DB_URL", url(directory), "SOCIALLINK_DB_PASSWORD", "redirect");
        }
    };

    private static final String UNIT =
            """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="empty" transaction-type="JTA">
                <jta-data-source>java:app/jdbc/sociallink</jta-data-source>
                <class>com.xpkit.sociallink.start.StoredRedirect</class>
                <exclude-unlisted-classes>true</exclude-unlisted-classes>
                <validation-mode>NONE</validation-mode>
              </persistence-unit>
            </persistence>
            """;

    /** The names are those that Open Liberty's {@code server.xml} binds. Payara requires a password. */
    private static final String DATA_SOURCE =
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <data-source>
                <name>java:app/jdbc/sociallink</name>
                <class-name>org.h2.jdbcx.JdbcDataSource</class-name>
                <url>%s</url>
                <user>sociallink</user>
                <password>redirect</password>
                <initial-pool-size>2</initial-pool-size>
                <max-pool-size>32</max-pool-size>
                <min-pool-size>2</min-pool-size>
              </data-source>
              <resource-ref>
                <res-ref-name>java:app/env/jdbc/sociallink</res-ref-name>
                <res-type>javax.sql.DataSource</res-type>
                <lookup-name>java:app/jdbc/sociallink</lookup-name>
              </resource-ref>
            </web-app>
            """;

    /** @param directory where the WAR may keep files of its own */
    abstract WebArchive fill(WebArchive war, Path directory);

    /** Environment variables of its server. */
    Map<String, String> settings(Path directory) {
        return Map.of();
    }

    /** @param directory gets the file, under the name that {@code server-config} knows */
    Path writeTo(Path directory) {
        var file = directory.resolve("sociallink.war");
        fill(ShrinkWrap.create(WebArchive.class), directory)
                .addAsWebInfResource(ours("jboss-web.xml"))
                .as(ZipExporter.class)
                .exportTo(file.toFile(), true);
        return file;
    }

    private static WebArchive rest(WebArchive war) {
        return war.addClass(RedirectApplication.class).addAsWebInfResource(ours("beans.xml"));
    }

    private static File ours(String descriptor) {
        return Path.of("src/main/webapp/WEB-INF", descriptor).toFile();
    }

    private static String url(Path directory) {
        return "jdbc:h2:file:"
                + directory.resolve("redirect")
                + ";WRITE_DELAY=0;INIT=CREATE TABLE IF NOT EXISTS STOREDREDIRECT"
                + " AS SELECT 1 ID, 'https://open.weixin.qq.com/' ADDRESS";
    }

    private static File h2() {
        try {
            var jar = org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation();
            return new File(jar.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
