package com.xpkit.sociallink.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** A bean, so that CDI has one to inject. */
@ApplicationScoped
public class RedirectTarget {

    URI address() {
        return URI.create("https://open.weixin.qq.com/");
    }
}
