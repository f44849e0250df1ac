package com.xpkit.sociallink.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * One flat JSON object, written as WeChat writes it: slashes are escaped, but control characters and broken UTF-8 are
 * not. Strict parsers refuse it.
 */
final class WeChatJson {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    WeChatJson text(String name, String value) {
        return text(name, value.getBytes(UTF_8));
    }

    WeChatJson text(String name, byte[] value) {
        startMember(name);
        out.write('"');
        for (byte unit : value) {
            writeEscaped(unit);
        }
        out.write('"');
        return this;
    }

    WeChatJson number(String name, long value) {
        startMember(name);
        out.writeBytes(Long.toString(value).getBytes(UTF_8));
        return this;
    }

    WeChatJson emptyArray(String name) {
        startMember(name);
        out.writeBytes("[]".getBytes(UTF_8));
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write('{');
        whole.writeBytes(out.toByteArray());
        whole.write('}');
        return whole.toByteArray();
    }

    private void startMember(String name) {
        out.writeBytes(((out.size() == 0 ? "" : ",") + '"' + name + "\":").getBytes(UTF_8));
    }

    private void writeEscaped(byte unit) {
        if (unit == '"' || unit == '\\' || unit == '/') {
            out.write('\\');
        }
        out.write(unit);
    }
}
