package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.upstream.LenientJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads what ProtoJSON writes in a way of its own (protobuf.dev, "ProtoJSON Format"): timestamps, durations, and fields
 * that are left out because they are zero. What makes no sense is {@code null}.
 */
final class ProtoJson {

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private ProtoJson() {}

    /** A timestamp such as {@code 2026-11-02T22:12:00.5Z}, cut down to whole seconds. */
    static @Nullable Instant timestamp(JsonNode parent, String field) {
        String text = LenientJson.text(parent, field);
        try {
            Instant time =
                    text == null ? null : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
            boolean sensible = time != null && !time.isBefore(Instant.EPOCH);
            return sensible ? time : null;
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    /** A duration such as {@code 1576.8s} as whole minutes, rounded half up. */
    static @Nullable Integer minutes(JsonNode parent, String field) {
        BigDecimal seconds = seconds(parent, field);
        return seconds == null || seconds.signum() < 0
                ? null
                : seconds.divide(SIXTY, 0, RoundingMode.HALF_UP).intValue();
    }

    /** A duration such as {@code -18000s} as an offset from UTC. */
    static @Nullable ZoneOffset offset(JsonNode parent, String field) {
        BigDecimal seconds = seconds(parent, field);
        boolean sensible =
                seconds != null && seconds.abs().compareTo(BigDecimal.valueOf(ZoneOffset.MAX.getTotalSeconds())) <= 0;
        return sensible && seconds != null ? ZoneOffset.ofTotalSeconds(seconds.intValue()) : null;
    }

    private static @Nullable BigDecimal seconds(JsonNode parent, String field) {
        String text = LenientJson.text(parent, field);
        if (text == null || !text.matches("-?\\d{1,9}(\\.\\d{1,9})?s")) {
            return null;
        }
        return new BigDecimal(text.substring(0, text.length() - 1));
    }

    /** A date such as {@code {"year":2026,"month":11,"day":3}}. */
    static @Nullable LocalDate date(JsonNode date) {
        try {
            return LocalDate.of(
                    date.path("year").asInt(),
                    date.path("month").asInt(),
                    date.path("day").asInt());
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    /** A number of a message that is there: one that is left out is zero. {@code null} without the message. */
    static @Nullable BigDecimal number(JsonNode message, String field) {
        if (!message.isObject()) {
            return null;
        }
        return message.has(field) ? LenientJson.decimal(message, field) : BigDecimal.ZERO;
    }
}
