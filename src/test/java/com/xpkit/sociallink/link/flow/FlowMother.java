package com.xpkit.sociallink.link.flow;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.platform.sealing.SealMother;
import com.xpkit.sociallink.platform.settings.ServiceSettings;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.time.Clock;
import java.util.UUID;

/** Flows, and what seals them, without a server. */
public final class FlowMother {

    private FlowMother() {}

    public static Flow any() {
        return of(UUID.randomUUID());
    }

    public static Flow of(UUID account) {
        return flows(new MovableClock())
                .open(account, UUID.randomUUID(), "https://app.example.com/", false);
    }

    public static Flows flows(Clock clock) {
        var flows = new Flows();
        flows.seal = SealMother.any();
        flows.service = service("https://link.example.com");
        flows.settings = settings();
        flows.clock = clock;
        return flows;
    }

    public static FlowCookie cookie(String serviceUrl) {
        return cookie(serviceUrl, new MovableClock());
    }

    static FlowCookie cookie(String serviceUrl, Clock clock) {
        var cookie = new FlowCookie();
        cookie.service = service(serviceUrl);
        cookie.settings = settings();
        cookie.clock = clock;
        return cookie;
    }

    /** The {@code Cookie} header of the browser that started the flow. */
    public static String cookieOf(Flow flow) {
        return cookie("https://link.example.com").set(flow).split(";")[0];
    }

    public static FlowSettings settings() {
        return new FlowSettings(SettingsMother.shipped());
    }

    private static ServiceSettings service(String url) {
        return new ServiceSettings(SettingsMother.with("sociallink.service-url", url));
    }
}
