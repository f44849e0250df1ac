package com.xpkit.sociallink.it;

import com.xpkit.sociallink.driver.Answer;
import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.fuzz.Printed;
import com.xpkit.sociallink.fuzz.Sent;
import jakarta.json.JsonException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/**
 * The requests of one case. Each is checked: the status is below 500, the answer is in time, and a refusal has the
 * contract's shape.
 *
 * @param seed that reproduces the case
 */
record FuzzCase(String family, long seed, FuzzTotals totals) {

    private static final Duration LONGEST =
            FuzzRun.IS_BY_HAND ? Duration.ofSeconds(2) : Duration.ofSeconds(20);
    private static final int LONGEST_REFUSAL = 4_000;

    /** Sends it with a token. */
    Answer ask(Sent sent, ApiClient client) {
        return judged(sent, request(sent).by(client));
    }

    /** Sends it as it is. */
    Answer ask(Sent sent) {
        return judged(sent, request(sent));
    }

    private static RawRequest request(Sent sent) {
        var request = RawRequest.of(sent.method(), sent.target());
        sent.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        return sent.body().length > 0 ? request.bytes(sent.body()) : request;
    }

    private Answer judged(Sent sent, RawRequest request) {
        var began = System.nanoTime();
        var answer = answer(request);
        var took = Duration.ofNanos(System.nanoTime() - began);
        totals.answered(family, "-Dfuzz.case=" + seed + " " + cut(sent), answer.status(), took);
        if (took.compareTo(LONGEST) > 0) {
            judgeAgain(sent, request, took);
        }
        if (answer.status() < 200 || answer.status() >= 500) {
            fault("is answered with " + answer.status() + " " + answer.body(), sent);
        } else if (answer.status() >= 400 && !sent.method().equals("HEAD")) {
            refusalFault(sent, answer).ifPresent(fault -> fault(fault, sent));
        }
        return answer;
    }

    private static Answer answer(RawRequest request) {
        try {
            return request.send();
        } catch (UncheckedIOException noAnswer) {
            return new Answer(0, RawRequest.NO_HEADERS, noAnswer.getMessage());
        }
    }

    /** Other processes use the machine too. A case is slow only if it is slow again while no other case runs. */
    private void judgeAgain(Sent sent, RawRequest request, Duration first) {
        var again = FuzzRun.alone(() -> answer(request));
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        totals.note(
                "%s -Dfuzz.case=%d took %d ms at a load of %.1f, alone %d ms: %s"
                        .formatted(
                                family, seed, first.toMillis(), load, again.toMillis(), cut(sent)));
        if (again.compareTo(LONGEST) > 0) {
            fault("takes " + again.toMillis() + " ms", sent);
        }
    }

    private static Optional<String> refusalFault(Sent sent, Answer answer) {
        // servers refuse some heads themselves, each in a different way
        if (!sent.isHarmless()) {
            return Optional.empty();
        }
        var type = answer.header("Content-Type").orElse("");
        if (type.startsWith("text/html") && sent.target().startsWith("/api/wechat/")) {
            return Optional.empty();
        }
        if (!type.startsWith("application/json") || !isError(answer)) {
            return Optional.of(
                    "is refused in another shape: "
                            + answer.status()
                            + " "
                            + type
                            + " "
                            + answer.body());
        }
        return answer.body().matches("(?s).*(?:Exception|jakarta\\.|\\tat ).*")
                        || answer.body().length() > LONGEST_REFUSAL + 3 * sent.toString().length()
                ? Optional.of("is refused with too much: " + answer.body())
                : Optional.empty();
    }

    private static boolean isError(Answer answer) {
        try {
            return answer.json().containsKey("error");
        } catch (JsonException notJson) {
            return false;
        }
    }

    void fault(String what, Sent sent) {
        totals.fault(
                "%s -Dfuzz.case=%d %s: %s"
                        .formatted(family, seed, Printed.of(what), Printed.of(sent)));
    }

    private static String cut(Sent sent) {
        var printed = Printed.of(sent);
        return printed.substring(0, Math.min(200, printed.length()));
    }
}
