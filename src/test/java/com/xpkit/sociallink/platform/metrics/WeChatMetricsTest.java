package com.xpkit.sociallink.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeChatMetricsTest {

    private final Metrics metrics = new Metrics();

    @Test
    void countsAnswersByStepAndErrcode() {
        metrics.wechat().begin(Step.TOKEN).answered(0);
        metrics.wechat().begin(Step.TOKEN).answered(40029);
        metrics.wechat().begin(Step.USERINFO).answered(48001);

        assertThat(answers("token", "0")).isEqualTo(1);
        assertThat(answers("token", "40029")).isEqualTo(1);
        assertThat(answers("userinfo", "48001")).isEqualTo(1);
        assertThat(answers("userinfo", "0")).isZero();
    }

    @Test
    void countsFailuresByTheirKind() {
        metrics.wechat().begin(Step.TOKEN).gotNoAnswer();
        metrics.wechat().begin(Step.TOKEN).broughtGarbage();
        metrics.wechat().begin(Step.TOKEN).giveUp();

        assertThat(answers("token", "unreachable")).isEqualTo(1);
        assertThat(answers("token", "garbage")).isEqualTo(1);
        assertThat(answers("token", "late")).isEqualTo(1);
    }

    @Test
    void makesNoSeriesForUnknownCodes() {
        IntStream.range(90_000, 91_000)
                .forEach(errcode -> metrics.wechat().begin(Step.TOKEN).answered(errcode));

        assertThat(answers("token", "other")).isEqualTo(1000);
        assertThat(MetricsText.of(metrics).text()).doesNotContain("\"90000\"");
    }

    @Test
    void countsACallThatWasGivenUpOnce() {
        var call = metrics.wechat().begin(Step.USERINFO);
        call.giveUp();
        call.answered(0);

        assertThat(answers("userinfo", "late")).isEqualTo(1);
        assertThat(answers("userinfo", "0")).isZero();
        assertThat(value("sociallink_step_seconds_count{step=\"userinfo\"}")).isEqualTo(1);
    }

    @Test
    void knowsWhetherTheBreakerIsOpen() {
        assertThat(value("sociallink_wechat_breaker_open")).isZero();

        metrics.wechat().breakerIsOpen(true);
        metrics.wechat().begin(Step.TOKEN).answered(0);
        assertThat(value("sociallink_wechat_breaker_open")).isEqualTo(1);

        metrics.wechat().breakerIsOpen(false);
        assertThat(value("sociallink_wechat_breaker_open")).isZero();
    }

    @Test
    void countsWhoWasRefusedByWhat() {
        metrics.wechat().refusedByBreaker();
        metrics.wechat().refusedByBulkhead();
        metrics.wechat().refusedByBulkhead();

        assertThat(value("sociallink_wechat_refused_total{by=\"breaker\"}")).isEqualTo(1);
        assertThat(value("sociallink_wechat_refused_total{by=\"bulkhead\"}")).isEqualTo(2);
    }

    private double answers(String step, String errcode) {
        return value(
                "sociallink_wechat_answers_total{errcode=\"%s\",step=\"%s\"}"
                        .formatted(errcode, step));
    }

    private double value(String sample) {
        return MetricsText.of(metrics).value(sample);
    }
}
