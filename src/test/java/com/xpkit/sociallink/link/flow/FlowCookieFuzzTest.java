package com.xpkit.sociallink.link.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.fuzz.Choices;
import com.xpkit.sociallink.fuzz.Fuzz;
import com.xpkit.sociallink.fuzz.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowCookieFuzzTest {

    private final Flow flow = FlowMother.any();
    private final FlowCookie cookie = FlowMother.cookie("https://link.example.com");
    private final String held = FlowMother.cookieOf(flow);

    @Test
    void onlyTheFlowsOwnProofProvesIt() {
        Fuzz.check(
                "cookie",
                choices -> List.of(header(choices), header(choices)),
                headers -> {
                    cookie.makeRoom(headers);
                    cookie.otherStates(flow, headers);
                    if (cookie.proves(flow, headers)) {
                        assertThat(String.join(";", headers))
                                .contains("__Host-sociallink_flow_" + flow.state() + "=")
                                .contains(flow.proof());
                    }
                });
    }

    private String header(Choices choices) {
        return Texts.tampered(choices, choices.of(held, held + "; " + held, "a=b; " + held, ""));
    }
}
