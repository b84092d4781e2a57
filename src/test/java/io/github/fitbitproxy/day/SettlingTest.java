package io.github.fitbitproxy.day;

import static io.github.fitbitproxy.model.DayStatus.FINAL;
import static io.github.fitbitproxy.model.DayStatus.PARTIAL;
import static io.github.fitbitproxy.model.DayStatus.PROVISIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final Duration WINDOW = Duration.ofDays(14);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    /** Midnight in Berlin. */
    private static final Instant END = Instant.parse("2026-11-20T23:00:00Z");

    private static RawDay fetched(Instant at, @Nullable Instant syncedAt) {
        DayKey key = new DayKey(Person.ME, "fitbit", "sleep", DAY);
        return new RawDay(key, at, BERLIN, syncedAt, Parts.of("sleep", new byte[0]));
    }

    private static DayStatus status(Instant at, @Nullable Instant syncedAt) {
        return Settling.status(fetched(at, syncedAt), false, WINDOW);
    }

    @Test
    void isPartialUntilTheDayIsOverForTheWearer() {
        assertThat(status(END.minusSeconds(1), END.minusSeconds(1))).isEqualTo(PARTIAL);
    }

    @Test
    void isPartialUntilTheDeviceHasSyncedPastTheEnd() {
        Instant threeDaysLater = END.plus(Duration.ofDays(3));
        assertThat(status(threeDaysLater, END.minusSeconds(1))).isEqualTo(PARTIAL);
        assertThat(status(threeDaysLater, END)).isEqualTo(PROVISIONAL);
    }

    /** Brought years later, it still tells nothing of what was synced after it was made. */
    @Test
    void settlesImportedDaysByTheEndOfTheirArchive() {
        Instant years = END.plus(Duration.ofDays(2000));
        assertThat(imported(years, END.minusSeconds(1))).isEqualTo(PARTIAL);
        assertThat(imported(years, END)).isEqualTo(PROVISIONAL);
        assertThat(imported(years, END.plus(WINDOW).minusSeconds(1))).isEqualTo(PROVISIONAL);
        assertThat(imported(years, END.plus(WINDOW))).isEqualTo(FINAL);
        assertThat(imported(years, null)).as("by an earlier version").isEqualTo(FINAL);
    }

    private static DayStatus imported(Instant at, @Nullable Instant end) {
        return Settling.status(fetched(at, end), true, WINDOW);
    }

    @Test
    void isPartialUntilNoonWhereNobodyKnowsOfTheSync() {
        Instant noon = Instant.parse("2026-11-21T11:00:00Z");
        assertThat(status(noon.minusSeconds(1), null)).isEqualTo(PARTIAL);
        assertThat(status(noon, null)).isEqualTo(PROVISIONAL);
    }

    @Test
    void isFinalWhenFetchedAfterTheWindowOfLateSyncs() {
        Instant windowEnd = Instant.parse("2026-12-04T23:00:00Z");
        assertThat(status(windowEnd.minusSeconds(1), windowEnd)).isEqualTo(PROVISIONAL);
        assertThat(status(windowEnd, windowEnd)).isEqualTo(FINAL);
    }

    @Test
    void countsTheWindowInCalendarDaysAcrossAChangeOfClocks() {
        RawDay raw = new RawDay(
                new DayKey(Person.ME, "fitbit", "sleep", LocalDate.of(2026, 10, 20)),
                Instant.parse("2026-11-03T23:00:00Z"),
                BERLIN,
                Instant.parse("2026-11-03T23:00:00Z"),
                Parts.of("sleep", new byte[0]));
        assertThat(Settling.status(raw, false, WINDOW)).isEqualTo(FINAL);
    }

    @Test
    void isFreshForMinutesWhileTheDayRunsAndForeverWhenFinal() {
        RawDay today = fetched(END.minusSeconds(3600), null);
        assertThat(Settling.freshUntil(today, PARTIAL, FIVE_MINUTES))
                .isEqualTo(today.fetchedAt().plus(FIVE_MINUTES));
        assertThat(Settling.freshUntil(fetched(END.plus(WINDOW), END.plus(WINDOW)), FINAL, FIVE_MINUTES))
                .isEqualTo(Instant.MAX);
    }

    @Test
    void isFreshForAnEighthOfItsAgeUpToADay() {
        RawDay afterTwoDays = fetched(END.plus(Duration.ofDays(2)), null);
        assertThat(Settling.freshUntil(afterTwoDays, PROVISIONAL, FIVE_MINUTES))
                .isEqualTo(afterTwoDays.fetchedAt().plus(Duration.ofHours(6)));
        RawDay afterTenDays = fetched(END.plus(Duration.ofDays(10)), null);
        assertThat(Settling.freshUntil(afterTenDays, PROVISIONAL, FIVE_MINUTES))
                .isEqualTo(afterTenDays.fetchedAt().plus(Duration.ofDays(1)));
    }

    @Property
    void neverBecomesLessSettledOrShorterLivedWithTime(
            @ForAll @IntRange(max = 40 * 24 * 60) int minutes, @ForAll @IntRange(max = 10 * 24 * 60) int laterMinutes) {
        Instant start = END.minus(Duration.ofDays(5));
        Instant first = start.plus(Duration.ofMinutes(minutes));
        Instant second = first.plus(Duration.ofMinutes(laterMinutes));
        assertThat(status(second, second)).isGreaterThanOrEqualTo(status(first, first));
        assertThat(lifetime(second)).isGreaterThanOrEqualTo(lifetime(first));
    }

    private static Duration lifetime(Instant at) {
        RawDay raw = fetched(at, at);
        Instant until = Settling.freshUntil(raw, Settling.status(raw, false, WINDOW), FIVE_MINUTES);
        return until.equals(Instant.MAX) ? Duration.ofDays(9999) : Duration.between(at, until);
    }
}
