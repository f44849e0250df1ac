package com.xpkit.sociallink.start;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR that holds nothing but a redirect, and what puts it at the root. */
enum EmptyWar {
    /** One servlet. */
    SERVLET {
        @Override
        WebArchive fill(WebArchive war) {
            return war.addClass(RedirectServlet.class);
        }
    },
    /** One resource of Jakarta REST and one bean of CDI. */
    REST {
        @Override
        WebArchive fill(WebArchive war) {
            return war.addClasses(
                            RedirectApplication.class, RedirectResource.class, RedirectTarget.class)
                    .addAsWebInfResource(ours("beans.xml"));
        }
    };

    abstract WebArchive fill(WebArchive war);

    /** @param directory gets the file, under the name that {@code server-config} knows */
    Path writeTo(Path directory) {
        var file = directory.resolve("sociallink.war");
        fill(ShrinkWrap.create(WebArchive.class))
                .addAsWebInfResource(ours("jboss-web.xml"))
                .as(ZipExporter.class)
                .exportTo(file.toFile(), true);
        return file;
    }

    private static File ours(String descriptor) {
        return Path.of("src/main/webapp/WEB-INF", descriptor).toFile();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
