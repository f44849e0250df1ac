package com.xpkit.sociallink.link.flow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * A visitor on the way to WeChat and back.
 *
 * @param account the account that the visitor belongs to
 * @param configuration the configuration that allowed the address
 * @param applicationUri where the visitor returns to, as a browser writes it
 * @param isWithConsent whether WeChat asks the visitor for consent
 * @param attempt 1, or 2 when the first came back without its cookie or with a code that was used already
 * @param began when the visitor's first attempt began; a second attempt does not prolong the flow
 * @param state identifies the flow at WeChat; 32 hexadecimal digits, never the same twice: a UUID of version 7
 * @param proof the value in the flow's cookie; otherwise it never leaves the seal
 */
public record Flow(
        UUID account,
        UUID configuration,
        String applicationUri,
        boolean isWithConsent,
        int attempt,
        Instant began,
        String state,
        String proof) {

    /** A second attempt from the beginning, with a new state and proof. */
    Flow again(String newState, String newProof) {
        return new Flow(
                account,
                configuration,
                applicationUri,
                isWithConsent,
                attempt + 1,
                began,
                newState,
                newProof);
    }

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, account);
            write(out, configuration);
            out.writeUTF(applicationUri);
            out.writeBoolean(isWithConsent);
            out.writeByte(attempt);
            out.writeLong(began.toEpochMilli());
            out.writeUTF(state);
            out.writeUTF(proof);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    /** Empty if another version of the service wrote the bytes. */
    static Optional<Flow> of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return Optional.of(read(in)).filter(flow -> Arrays.equals(flow.toBytes(), bytes));
        } catch (IOException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static Flow read(DataInputStream in) throws IOException {
        return new Flow(
                new UUID(in.readLong(), in.readLong()),
                new UUID(in.readLong(), in.readLong()),
                in.readUTF(),
                in.readBoolean(),
                in.readByte(),
                Instant.ofEpochMilli(in.readLong()),
                in.readUTF(),
                in.readUTF());
    }

    @Override
    public String toString() {
        return "Flow of " + account;
    }
}
