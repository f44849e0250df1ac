package com.xpkit.sociallink.platform.storage;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Instants as whole microseconds since 1970. Jakarta Persistence 3.1 does not support Instant (EclipseLink stores a
 * blob), and timestamps without a zone shift with the JVM's daylight saving.
 */
@Converter(autoApply = true)
public class InstantAsMicros implements AttributeConverter<Instant, Long> {

    @Override
    public Long convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : micros(instant);
    }

    /** ChronoUnit counts nanoseconds first, and those overflow in 2262. */
    static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
                instant.getNano() / 1_000);
    }

    @Override
    public Instant convertToEntityAttribute(Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
