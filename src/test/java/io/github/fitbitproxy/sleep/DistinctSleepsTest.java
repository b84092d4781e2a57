package io.github.fitbitproxy.sleep;

import static io.github.fitbitproxy.sleep.Sleeps.sleep;
import static io.github.fitbitproxy.sleep.Sleeps.unprocessed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.SleepLog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DistinctSleepsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 2);

    @Test
    void keepsTheLatestVersionOfOneLog() {
        RecordedSleep grown = sleep("a", "2024-03-01T23:00:00Z", "2024-03-02T06:00:00Z");

        assertThat(DistinctSleeps.of(List.of(
                        sleep("a", "2024-03-01T23:00:00Z", null),
                        grown,
                        sleep("a", "2024-03-01T23:00:00Z", "2024-03-02T03:00:00Z"))))
                .containsExactly(grown);
    }

    @Test
    void prefersTheProcessedOfTwoEqualVersions() {
        RecordedSleep processed = sleep("a", "2024-03-01T23:00:00Z", "2024-03-02T06:00:00Z");

        assertThat(DistinctSleeps.of(List.of(unprocessed(processed), processed)))
                .containsExactly(processed);
    }

    @Test
    void mergesLogsThatOverlapByMoreThanHalfOfTheShorter() {
        RecordedSleep night = sleep("a", "2024-03-01T22:00:00Z", "2024-03-02T06:00:00Z");

        assertThat(DistinctSleeps.of(List.of(sleep("b", "2024-03-02T04:00:00Z", "2024-03-02T07:59:00Z"), night)))
                .containsExactly(night);
    }

    @Test
    void keepsLogsThatOverlapByHalf() {
        RecordedSleep night = sleep("a", "2024-03-01T22:00:00Z", "2024-03-02T06:00:00Z");
        RecordedSleep second = sleep("b", "2024-03-02T04:00:00Z", "2024-03-02T08:00:00Z");

        assertThat(DistinctSleeps.of(List.of(second, night))).containsExactly(night, second);
    }

    @Test
    void takesARunningLogForTheOneInWhichItBegins() {
        RecordedSleep night = sleep("a", "2024-03-01T22:00:00Z", "2024-03-02T06:00:00Z");
        RecordedSleep later = sleep("c", "2024-03-02T06:00:00Z", null);

        assertThat(DistinctSleeps.of(List.of(sleep("b", "2024-03-01T22:00:00Z", null), later, night)))
                .containsExactly(night, later);
    }

    @Test
    void givesALogThatGrewPastMidnightToTheLaterDayOnly() {
        List<RecordedSleep> versions = List.of(
                sleep("a", "2024-03-01T22:00:00Z", "2024-03-01T23:50:00Z"),
                sleep("a", "2024-03-01T22:00:00Z", "2024-03-02T06:00:00Z"));

        assertThat(SleepAssembly.sleepsOf(DAY.minusDays(1), versions)).isEmpty();
        assertThat(SleepAssembly.sleepsOf(DAY, versions)).hasSize(1);
    }

    @Property
    void doesNotDependOnTheOrder(@ForAll("sleeps") List<RecordedSleep> sleeps, @ForAll Random random) {
        List<RecordedSleep> shuffled = new ArrayList<>(sleeps);
        Collections.shuffle(shuffled, random);

        assertThat(assembled(shuffled)).isEqualTo(assembled(sleeps));
    }

    @Property
    void hasOneMainSleepUnlessAllAreCalledNaps(@ForAll("sleeps") List<RecordedSleep> sleeps) {
        List<DaySleep> ofTheDay = SleepAssembly.sleepsOf(DAY, sleeps);

        boolean onlyNaps = ofTheDay.stream()
                .map(DaySleep::recorded)
                .allMatch(sleep -> Boolean.TRUE.equals(sleep.nap()) && !Boolean.TRUE.equals(sleep.mainSleep()));
        assertThat(ofTheDay.stream().filter(DaySleep::mainSleep)).hasSize(onlyNaps ? 0 : 1);
        assertThat(assembled(sleeps).logs())
                .isSortedAccordingTo((one, other) -> one.startTime().compareTo(other.startTime()));
        assertThat(assembled(sleeps).logs()).extracting(SleepLog::id).doesNotHaveDuplicates();
    }

    @Property
    void filesASleepUnderTheDayOnWhichItEnded(
            @ForAll @IntRange(min = 18 * 60, max = 36 * 60) int bedtime,
            @ForAll @IntRange(min = 1, max = 20 * 60) int minutes,
            @ForAll @IntRange(min = -12, max = 14) int hours) {
        OffsetDateTime start =
                DAY.minusDays(1).atStartOfDay().plusMinutes(bedtime).atOffset(ZoneOffset.ofHours(hours));
        OffsetDateTime end = start.plusMinutes(minutes);
        RecordedSleep sleep = sleep("a", start.toString(), end.toString());
        LocalDate wakeDay = LocalDateTime.of(DAY.minusDays(1), java.time.LocalTime.MIDNIGHT)
                .plusMinutes(bedtime + minutes)
                .toLocalDate();

        assertThat(DAY.minusDays(2).datesUntil(DAY.plusDays(4)))
                .filteredOn(day -> !SleepAssembly.sleepsOf(day, List.of(sleep)).isEmpty())
                .containsExactly(wakeDay);
    }

    @Provide
    Arbitrary<List<RecordedSleep>> sleeps() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false).injectNull(0.5);
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e", "f"),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 8).injectNull(0.1),
                        flag,
                        flag,
                        Arbitraries.of(true, false))
                .as((id, start, hours, main, nap, processed) -> {
                    OffsetDateTime from = DAY.atStartOfDay().plusHours(start).atOffset(ZoneOffset.UTC);
                    String to = hours == null ? null : from.plusHours(hours).toString();
                    RecordedSleep sleep = Sleeps.flagged(sleep(id, from.toString(), to), main, nap);
                    return processed ? sleep : unprocessed(sleep);
                })
                .list()
                .ofMaxSize(7);
    }

    private static SleepDay assembled(List<RecordedSleep> sleeps) {
        return SleepAssembly.assemble(
                DAY, new SleepRecordings(sleeps, true), "any", Instant.parse("2024-03-02T20:00:00Z"), null);
    }
}
