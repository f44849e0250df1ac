package com.xpkit.sociallink.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionRangeTest {

    @Test
    void beginsWithTheVersionThatIntroducedTheHole() {
        var range = VersionRange.from("42.7.4");

        assertThat(range.contains("42.7.3")).isFalse();
        assertThat(range.contains("42.7.4")).isTrue();
        assertThat(range.contains("43.0.0")).isTrue();
    }

    @Test
    void endsBeforeTheVersionThatFixedIt() {
        var range = VersionRange.until("0", "42.7.12");

        assertThat(range.contains("1.0")).isTrue();
        assertThat(range.contains("42.7.11")).isTrue();
        assertThat(range.contains("42.7.12")).isFalse();
    }

    @Test
    void endsWithTheLastAffectedVersion() {
        var range = VersionRange.upTo("0", "6.2025.11");

        assertThat(range.contains("6.2025.11")).isTrue();
        assertThat(range.contains("6.2025.11.1")).isFalse();
        assertThat(range.contains("7.2025.1")).isFalse();
    }

    @Test
    void ordersVersionsAsMavenDoes() {
        assertThat(VersionRange.until("0", "3.5.9").contains("3.5.11")).isFalse();
        assertThat(VersionRange.until("0", "2.0.0").contains("2.0.0-beta1")).isTrue();
        assertThat(VersionRange.until("0", "39.0.1.Final").contains("39.0.1")).isFalse();
        assertThat(VersionRange.until("0", "42.7.2").contains("42.7.2.jre7")).isFalse();
        assertThat(VersionRange.until("0-alpha", "1").contains("1-rc1")).isTrue();
    }
}
