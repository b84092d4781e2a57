package io.github.fitbitproxy.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.support.ConnectedWearers;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every source of days of a live upstream promises, whatever its kind. */
@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class DaySourcesTest {

    private static final DateRange RANGE = new DateRange(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 13));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    Sources sources;

    @Inject
    Grants grants;

    @Inject
    MovableClock clock;

    private ConnectedWearers wearers;

    @BeforeEach
    void connect() {
        wearers = new ConnectedWearers(grants);
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void disconnect() {
        wearers.close();
    }

    private Person person(String upstream) {
        return upstream.equals(ConnectedWearers.FITBIT) ? wearers.onFitbit(1) : wearers.onGoogleHealth(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {ConnectedWearers.FITBIT, ConnectedWearers.GOOGLE_HEALTH})
    void tellEveryDayOfARangeAsTheyTellItAlone(String upstream) {
        Person person = person(upstream);
        assertThat(sources.live()).contains(upstream);
        assertThat(sources.all(upstream)).hasSizeGreaterThanOrEqualTo(2);
        for (DaySource<?> source : sources.all(upstream)) {
            SortedMap<LocalDate, Parts> days = source.fetch(person, RANGE);
            assertThat(days.keySet()).containsExactlyElementsOf(RANGE.stream().toList());
            Day<?> first = clean(source, person, RANGE.from(), days);
            SortedMap<LocalDate, Parts> alone = source.fetch(person, DateRange.of(RANGE.from()));
            assertThat(clean(source, person, RANGE.from(), alone))
                    .as(source.kind().name())
                    .usingRecursiveComparison()
                    .isEqualTo(first);
            assertThat(first.status()).isEqualTo(DayStatus.FINAL);
            assertThat(RANGE.stream()
                            .map(date -> clean(source, person, date, days))
                            .filter(Day::hasFigures))
                    .as(source.kind().name())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ConnectedWearers.FITBIT, ConnectedWearers.GOOGLE_HEALTH})
    void knowWhatADayCosts(String upstream) {
        Person person = person(upstream);
        for (DaySource<?> source : sources.all(upstream)) {
            DateRange day = DateRange.of(RANGE.to());
            assertThat(source.longestFetchDays()).isPositive();
            int before = Faults.calls("/");
            source.fetch(person, day);
            // The first call of a grant may have its access token refreshed besides.
            assertThat(Faults.calls("/") - before)
                    .as(source.kind().name())
                    .isBetween(source.calls(day), source.calls(day) + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ConnectedWearers.FITBIT, ConnectedWearers.GOOGLE_HEALTH})
    void knowNothingOfPartsThatWereNotReceived(String upstream) {
        for (DaySource<?> source : sources.all(upstream)) {
            TreeSet<String> missing = new TreeSet<>();
            missing.add("steps");
            SortedMap<LocalDate, Parts> days = new TreeMap<>();
            days.put(RANGE.from(), new Parts(new TreeMap<>(), missing));
            Day<?> day = clean(source, Person.ME, RANGE.from(), days);
            assertThat(day.hasFigures()).isFalse();
            assertThat(day.status()).isEqualTo(DayStatus.PARTIAL);
        }
    }

    private Day<?> clean(DaySource<?> source, Person person, LocalDate date, SortedMap<LocalDate, Parts> days) {
        return source.clean(new RawDay(
                new DayKey(person, source.upstream(), source.kind().name(), date),
                clock.instant(),
                BERLIN,
                null,
                Objects.requireNonNull(days.get(date))));
    }
}
