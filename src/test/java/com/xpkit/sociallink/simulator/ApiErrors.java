package com.xpkit.sociallink.simulator;

import java.time.Clock;
import java.util.function.Supplier;

/** The API's errors: HTTP 200, an errcode, and an errmsg that ends in a rid whose first part is the Unix time. */
final class ApiErrors {

    private final Clock clock;
    private final Letters letters;

    ApiErrors(Clock clock, Letters letters) {
        this.clock = clock;
        this.letters = letters;
    }

    /** The answer, or the error in its place. */
    Answer instead(Supplier<Answer> answer) {
        try {
            return answer.get();
        } catch (Refused refused) {
            return error(refused);
        }
    }

    private Answer error(Refused refused) {
        WeChatJson json =
                new WeChatJson()
                        .number("errcode", refused.errcode())
                        .text("errmsg", refused.getMessage() + ", rid: " + rid());
        return Answer.json(json.bytes());
    }

    private String rid() {
        long seconds = clock.instant().getEpochSecond();
        return "%08x-%s-%s".formatted(seconds, letters.hex(8), letters.hex(8));
    }
}
