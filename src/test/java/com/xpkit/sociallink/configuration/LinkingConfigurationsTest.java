package com.xpkit.sociallink.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.address.AllowedDomains;
import com.xpkit.sociallink.address.ApplicationUri;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkingConfigurationsTest {

    private final List<UUID> read = new ArrayList<>();
    private final Configuration one = new Configuration(UUID.randomUUID(), Instant.EPOCH);
    private final Configuration two = new Configuration(one.account(), Instant.EPOCH);

    @Test
    void readEachConfigurationOnce() {
        var first = renewed(LinkingConfigurations.NONE, one, two);

        assertThat(renewed(first, one, two)).isSameAs(first);
        assertThat(read).containsExactly(one.id(), two.id());
    }

    @Test
    void readWhatIsNewAndKeepTheRest() {
        var first = renewed(LinkingConfigurations.NONE, one);
        read.clear();

        var second = renewed(first, one, two);

        assertThat(read).containsExactly(two.id());
        assertThat(second.all()).hasSize(2).containsAll(first.all());
        assertThat(second.allowing(uri(two))).contains(second.all().get(1));
    }

    @Test
    void forgetWhatIsGone() {
        var both = renewed(LinkingConfigurations.NONE, one, two);

        var left = renewed(both, two);

        assertThat(left.allowing(uri(one))).isEmpty();
        assertThat(left.allowing(uri(two))).isPresent();
    }

    private LinkingConfigurations renewed(LinkingConfigurations before, Configuration... stored) {
        return before.renewed(List.of(stored), this::reading);
    }

    private LinkingConfiguration reading(Configuration stored) {
        read.add(stored.id());
        var domains = AllowedDomains.parse(stored.id() + ".example.com");
        return new LinkingConfiguration(stored.id(), "wx1", Optional.of("s"), domains);
    }

    private static ApplicationUri uri(Configuration configuration) {
        return ApplicationUri.read("https://" + configuration.id() + ".example.com/").orElseThrow();
    }
}
