package com.xpkit.sociallink.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that calls the service on its server from outside. */
@ExtendWith(ArquillianExtension.class)
abstract class OnAServer {

    @Deployment(testable = false)
    static WebArchive service() {
        return Service.war();
    }
}
