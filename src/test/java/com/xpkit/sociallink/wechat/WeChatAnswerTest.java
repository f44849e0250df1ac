package com.xpkit.sociallink.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeChatAnswerTest {

    /** In 32 bits each of them would be 0, which is success. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4294967296",
                "18446744073709551616",
                "0.5",
                "-0.5",
                "1e64",
                "1e999999999",
                "1e-999999999",
                "\"4294967296\"",
                "\"10000000000\"",
                "\"-12345678901\"",
                "\"1.10\"",
                "\"1e99999999999\""
            })
    void aNumberThatIsNotZeroIsNotZero(String errcode) throws IOException {
        assertThat(answer("{\"errcode\":" + errcode + "}").errcode()).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "0.0", "0e9", "\"0\"", "\" 0 \"", "null", "\"\"", "[]"})
    void zeroIsZeroHoweverItIsWritten(String errcode) throws IOException {
        assertThat(answer("{\"errcode\":" + errcode + "}").errcode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40029", "\"40029\"", "40029.0", "4.0029e4", "\"40029.0\""})
    void aWholeNumberIsReadHoweverItIsWritten(String errcode) throws IOException {
        assertThat(answer("{\"errcode\":" + errcode + "}").errcode()).isEqualTo(40029);
    }

    /** 2^32 + 1. */
    @ParameterizedTest
    @ValueSource(strings = {"4294967297", "1.5", "1e64", "\"4294967297\""})
    void anotherNumberIsNotOne(String sex) throws IOException {
        assertThat(answer("{\"sex\":" + sex + "}").number("sex")).isNotEqualTo(1);
    }

    private static WeChatAnswer answer(String json) throws IOException {
        var response = new BasicClassicHttpResponse(200);
        response.setEntity(new ByteArrayEntity(json.getBytes(UTF_8), ContentType.TEXT_PLAIN));
        return WeChatAnswer.of(response);
    }
}
