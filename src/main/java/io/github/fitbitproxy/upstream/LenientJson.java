package io.github.fitbitproxy.upstream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON the way clouds write it: with or without a byte order mark, numbers also as strings, fields
 * that come and go. What is missing or makes no sense is {@code null}, never 0.
 */
public final class LenientJson {

    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int MOST_DIGITS = 40;

    private LenientJson() {}

    /** @throws UpstreamException with {@link UpstreamFailure.Unreadable} if this is not one whole JSON value */
    public static JsonNode value(byte[] body) throws UpstreamException {
        try {
            return MAPPER.readTree(body);
        } catch (IOException unreadable) {
            throw unreadable();
        }
    }

    /** @throws UpstreamException with {@link UpstreamFailure.Unreadable} if this is not one whole JSON object */
    public static ObjectNode object(byte[] body) throws UpstreamException {
        if (value(body) instanceof ObjectNode object) {
            return object;
        }
        throw unreadable();
    }

    /** Has no cause: a parser's message quotes what it read. */
    public static UpstreamException unreadable() {
        return new UpstreamException(
                new UpstreamFailure.Unreadable("The cloud answered with something that is not what it should be."));
    }

    /** A text or a number as text; {@code null} if it is empty or neither. */
    public static @Nullable String text(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        if (node.isNumber()) {
            return node.asText();
        }
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }

    /** {@code true} or {@code false}, also as text. */
    public static @Nullable Boolean flag(JsonNode parent, String field) {
        return switch (parent.path(field).asText()) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    /** A number that is not negative and small enough for an {@code int}. */
    public static @Nullable BigDecimal decimal(JsonNode node) {
        if (!node.isNumber() && !node.isTextual()) {
            return null;
        }
        BigDecimal number = number(node.asText());
        return number == null || number.signum() < 0 ? null : number;
    }

    /** A number that may be negative, such as a deviation; {@code null} if its size makes no sense. */
    public static @Nullable Double signed(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        BigDecimal number = node.isNumber() || node.isTextual() ? number(node.asText()) : null;
        return number == null ? null : Double.valueOf(number.doubleValue());
    }

    /** A number of either sign; {@code null} if the text is none, or its size makes no sense. */
    public static @Nullable BigDecimal number(String text) {
        String digits = text.strip();
        if (digits.length() > MOST_DIGITS) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(digits);
            boolean sensible = number.abs().compareTo(LARGEST) <= 0
                    && number.scale() <= MOST_DIGITS
                    && number.scale() >= -MOST_DIGITS;
            return sensible ? number : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** A measurement, of which 0 is as much nonsense as anything below. */
    public static @Nullable Double positive(JsonNode parent, String field) {
        BigDecimal number = decimal(parent, field);
        return number == null || number.signum() == 0 ? null : Double.valueOf(number.doubleValue());
    }

    public static @Nullable BigDecimal decimal(JsonNode parent, String field) {
        return decimal(parent.path(field));
    }

    /** A whole number, rounded half up. */
    public static @Nullable Integer integer(JsonNode parent, String field) {
        return rounded(decimal(parent, field));
    }

    /** Milliseconds as whole minutes, rounded half up. */
    public static @Nullable Integer millisAsMinutes(JsonNode parent, String field) {
        BigDecimal millis = decimal(parent, field);
        return millis == null
                ? null
                : millis.divide(BigDecimal.valueOf(60_000), 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    /** Kilometres as whole metres, rounded half up. */
    public static @Nullable Integer kilometresAsMetres(JsonNode parent, String field) {
        BigDecimal kilometres = decimal(parent, field);
        return kilometres == null ? null : kilometresAsMetres(kilometres);
    }

    public static @Nullable Integer kilometresAsMetres(BigDecimal kilometres) {
        return rounded(kilometres.movePointRight(3));
    }

    /** A date such as {@code 2024-03-02}. */
    public static @Nullable LocalDate date(JsonNode parent, String field) {
        return parsed(parent, field, LocalDate::parse);
    }

    /** A clock value such as {@code 2024-03-01T23:12:30.000}. Should it bear an offset, only its digits count. */
    public static @Nullable LocalDateTime clock(JsonNode parent, String field) {
        LocalDateTime clock = parsed(parent, field, text -> LocalDateTime.parse(text, DateTimeFormatter.ISO_DATE_TIME));
        boolean sensible = clock != null && clock.getYear() >= 1970 && clock.getYear() <= 9999;
        return sensible ? clock : null;
    }

    /** A time of day such as {@code 10:45}. */
    public static @Nullable LocalTime time(JsonNode parent, String field) {
        return parsed(parent, field, LocalTime::parse);
    }

    private static <T> @Nullable T parsed(JsonNode parent, String field, Function<String, T> parser) {
        String text = text(parent, field);
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    private static @Nullable Integer rounded(@Nullable BigDecimal number) {
        if (number == null || number.compareTo(LARGEST) > 0) {
            return null;
        }
        return number.setScale(0, RoundingMode.HALF_UP).intValue();
    }
}
