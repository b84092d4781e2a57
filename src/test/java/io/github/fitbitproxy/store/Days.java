package io.github.fitbitproxy.store;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Invented days. */
final class Days {

    static final Instant NOON = Instant.parse("2024-03-10T12:00:00Z");
    static final LocalDate MARCH_10 = LocalDate.of(2024, 3, 10);

    private Days() {}

    static DayKey key(LocalDate date) {
        return new DayKey(Person.ME, "fitbit", "sleep", date);
    }

    static RawDay day(LocalDate date, Instant fetchedAt, String body) {
        return day(key(date), fetchedAt, body);
    }

    static RawDay day(DayKey key, Instant fetchedAt, String body) {
        return new RawDay(
                key,
                fetchedAt,
                ZoneId.of("Europe/Berlin"),
                fetchedAt.minusSeconds(60),
                Parts.of("sleep", body.getBytes(StandardCharsets.UTF_8)));
    }

    static String body(RawDay day) {
        return new String(day.parts().get("sleep"), StandardCharsets.UTF_8);
    }
}
