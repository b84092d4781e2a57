package io.github.fitbitproxy.upstream.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.VitalsDay;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.support.ConnectedWearers;
import io.github.fitbitproxy.support.Faults;
import io.github.fitbitproxy.support.MovableClock;
import io.github.fitbitproxy.support.SimulatedCloud;
import io.github.fitbitproxy.upstream.DayKey;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.UpstreamFailure.RateLimited;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unauthorised;
import io.github.fitbitproxy.upstream.UpstreamFailure.Unavailable;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(SimulatedCloud.class)
class GoogleHealthFetchTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);
    private static final String TYPES = "/google/v4/users/me/dataTypes/";

    @Inject
    GoogleHealthSleep sleep;

    @Inject
    GoogleHealthActivities activities;

    @Inject
    GoogleHealthHeart heart;

    @Inject
    GoogleHealthBody body;

    @Inject
    GoogleHealthVitals vitals;

    @Inject
    GoogleHealthWearer wearer;

    @Inject
    Grants grants;

    @Inject
    MovableClock clock;

    private ConnectedWearers wearers;
    private Person person;

    @BeforeEach
    void connect() {
        wearers = new ConnectedWearers(grants);
        person = wearers.onGoogleHealth(1);
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void disconnect() {
        Faults.off();
        wearers.close();
    }

    @Test
    void asksADayOfActivityWithFourteenCalls() {
        int before = Faults.calls(TYPES);
        ActivityDay day = activity();

        assertThat(Faults.calls(TYPES) - before).isEqualTo(14).isEqualTo(activities.calls(DateRange.of(DAY)));
        assertThat(day.status()).isEqualTo(DayStatus.FINAL);
        assertThat(day).hasNoNullFieldsOrPropertiesExcept("goals", "deviceSyncedAt");
    }

    @Test
    void asksARangeByPiecesThatEachTypeAllows() {
        DateRange range = new DateRange(DAY.minusDays(29), DAY);
        int before = Faults.calls(TYPES);
        SortedMap<LocalDate, Parts> days = activities.fetch(person, range);

        // Three types allow 14 days, so take three calls each; the rest takes one. Workouts may take another page.
        assertThat(Faults.calls(TYPES) - before).isBetween(20, 21);
        assertThat(activities.calls(range)).isBetween(20, 21);
        assertThat(days.keySet()).containsExactlyElementsOf(range.stream().toList());
        assertThat(days.values())
                .allSatisfy(parts -> assertThat(parts.missing()).isEmpty());
        assertThat(clean(activities, DAY, days))
                .usingRecursiveComparison()
                .ignoringFields("fetchedAt")
                .isEqualTo(activity());
    }

    @ParameterizedTest
    @CsvSource({"forbidden-without-reason", "status-500", "html", "truncated-json", "rate-limited", "gone"})
    void losesNoMoreThanTheFieldsOfACallThatFails(String fault) {
        ActivityDay whole = activity();
        Faults.on(TYPES + "floors", fault);
        Parts parts = fetchActivity();

        assertThat(parts.missing()).containsExactly("floors");
        ActivityDay poorer = clean(activities, parts);
        assertThat(poorer.floors()).isNull();
        assertThat(poorer.status()).isEqualTo(DayStatus.PARTIAL);
        assertThat(poorer)
                .usingRecursiveComparison()
                .ignoringFields("floors", "status", "fetchedAt")
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"steps", "floors"})
    void settlesWithoutWhatMayNotBeRead(String type) {
        Faults.on(TYPES + type, "forbidden");
        Parts parts = fetchActivity();

        assertThat(parts.missing()).isEmpty();
        assertThat(parts.get(type)).isNull();
        assertThat(clean(activities, parts).status()).isEqualTo(DayStatus.FINAL);
    }

    @Test
    void doesNotAskForWhatTheConsentIsKnownToLeaveOut() {
        person = wearers.onGoogleHealth(1, GoogleHealthSettings.scope("activity_and_fitness") + ".readonly");
        int before = Faults.calls(TYPES);
        UpstreamException refused = catchThrowableOfType(UpstreamException.class, this::night);
        assertThat(refused.failure()).isInstanceOf(UpstreamFailure.Forbidden.class);
        assertThat(Faults.calls(TYPES)).isEqualTo(before);
        assertThatThrownBy(() -> body.fetch(person, DateRange.of(DAY))).isInstanceOf(UpstreamException.class);
        assertThat(Faults.calls(TYPES)).isEqualTo(before);

        Parts parts = fetchActivity();

        assertThat(Faults.calls(TYPES) - before).isEqualTo(12);
        assertThat(parts.missing()).isEmpty();
        ActivityDay day = clean(activities, parts);
        assertThat(day.status()).isEqualTo(DayStatus.FINAL);
        assertThat(day.steps()).isNotNull();
        assertThat(day.restingHeartRate()).isNull();
    }

    @Test
    void asksForWhatAnOlderGrantToReadAndWriteCovers() {
        person = wearers.onGoogleHealth(1, GoogleHealthSettings.scope("sleep"));
        assertThat(night().hasFigures()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"status-500", "status-504", "html", "forbidden-without-reason"})
    void losesNoMoreThanItsFieldsThoughTheFirstCallFails(String fault) {
        Faults.on(TYPES + "steps", fault);
        Parts parts = fetchActivity();
        assertThat(parts.missing()).containsExactly("steps");
        assertThat(clean(activities, parts).restingHeartRate()).isNotNull();

        Faults.off();
        Faults.on(TYPES + "daily-oxygen-saturation", fault);
        VitalsDay night = clean(vitals, DAY, vitals.fetch(person, DateRange.of(DAY)));
        assertThat(night.status()).isEqualTo(DayStatus.PARTIAL);
        assertThat(night).hasNoNullFieldsOrPropertiesExcept("oxygenSaturation", "deviceSyncedAt");
    }

    @Test
    void tellsHeartRatesThoughActivityMayNotBeRead() {
        Faults.on(TYPES, "forbidden");
        // All are forbidden: then so is the day.
        UpstreamException refused = catchThrowableOfType(UpstreamException.class, this::fetchActivity);
        assertThat(refused.failure()).isInstanceOf(UpstreamFailure.Forbidden.class);
        Faults.off();
        Faults.on(TYPES + "steps", "forbidden");
        Parts parts = fetchActivity();
        assertThat(parts.missing()).isEmpty();
        assertThat(clean(activities, parts).restingHeartRate()).isNotNull();
    }

    @Test
    void asksForTheHeartTheBodyAndVitalSignsWithACallForEachType() {
        assertAsked(heart, 5, 5 + 2);
        assertAsked(body, 2, 2);
        assertAsked(vitals, 4, 4);
    }

    private <T extends Day<T>> void assertAsked(DaySource<T> source, int callsADay, int callsAMonth) {
        clock.advance(Duration.ofMinutes(2));
        DateRange day = DateRange.of(DAY);
        DateRange month = new DateRange(DAY.minusDays(29), DAY);
        int before = Faults.calls(TYPES);
        Parts alone = Objects.requireNonNull(source.fetch(person, day).get(DAY));
        int between = Faults.calls(TYPES);
        SortedMap<LocalDate, Parts> days = source.fetch(person, month);

        assertThat(between - before).isEqualTo(callsADay).isEqualTo(source.calls(day));
        assertThat(Faults.calls(TYPES) - between).isEqualTo(callsAMonth).isEqualTo(source.calls(month));
        assertThat(days.keySet()).containsExactlyElementsOf(month.stream().toList());
        assertThat(clean(source, DAY, days))
                .usingRecursiveComparison()
                .ignoringFields("fetchedAt")
                .isEqualTo(clean(source, DAY, new TreeMap<>(Map.of(DAY, alone))));
    }

    @Test
    void tellsEveryFigureOfTheHeartAndOfANight() {
        assertThat(clean(heart, DAY, heart.fetch(person, DateRange.of(DAY))))
                .hasNoNullFieldsOrPropertiesExcept("deviceSyncedAt");
        assertThat(clean(vitals, DAY, vitals.fetch(person, DateRange.of(DAY))))
                .hasNoNullFieldsOrPropertiesExcept("deviceSyncedAt");
    }

    @Test
    void losesNoMoreThanTheVitalSignThatMayNotBeRead() {
        Faults.on(TYPES + "daily-oxygen-saturation", "forbidden");
        VitalsDay night = clean(vitals, DAY, vitals.fetch(person, DateRange.of(DAY)));

        assertThat(night.oxygenSaturation()).isNull();
        assertThat(night.status()).isEqualTo(DayStatus.FINAL);
        assertThat(night).hasNoNullFieldsOrPropertiesExcept("oxygenSaturation", "deviceSyncedAt");
    }

    @Test
    void asksAgainForSmallerPagesWhenOneTakesTheCloudTooLong() {
        DateRange fortnight = new DateRange(DAY.minusDays(13), DAY);
        SortedMap<LocalDate, Parts> whole = sleep.fetch(person, fortnight);
        int pages = Faults.calls(TYPES);
        Faults.on(TYPES + "sleep", "status-504", 1);

        SortedMap<LocalDate, Parts> again = sleep.fetch(person, fortnight);

        assertThat(Faults.calls(TYPES) - pages).isGreaterThan(3);
        fortnight.stream()
                .forEach(date -> assertThat(clean(sleep, date, again))
                        .usingRecursiveComparison()
                        .ignoringFields("fetchedAt")
                        .isEqualTo(clean(sleep, date, whole)));
    }

    @Test
    void asksOnceMoreWhenTheCloudHasTroubleForAMoment() {
        Faults.on(TYPES + "floors", "status-503", 1);
        assertThat(fetchActivity().missing()).isEmpty();
    }

    @Test
    void findsOutWithTwoCallsAndTheirRepetitionsThatTheCloudIsDown() {
        Faults.on(TYPES, "status-503");
        int before = Faults.calls(TYPES);

        UpstreamException down = catchThrowableOfType(UpstreamException.class, this::fetchActivity);

        assertThat(down.failure()).isInstanceOf(Unavailable.class);
        assertThat(Faults.calls(TYPES) - before).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate-limited", "rate-limited-without-headers"})
    void staysAwayWhenTheQuotaIsSpent(String fault) {
        Faults.on(TYPES, fault);
        int before = Faults.calls(TYPES);

        UpstreamException limited = catchThrowableOfType(UpstreamException.class, this::fetchActivity);

        assertThat(limited.failure())
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        failure -> assertThat(failure.retryAt())
                                .isAfter(clock.instant())
                                .isBeforeOrEqualTo(clock.instant().plusSeconds(61)));
        assertThat(Faults.calls(TYPES) - before).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "account-not-linked, sign in to the Google Health app",
        "profile-missing, sign in to the Google Health app",
        "service-disabled, Enable it at console.cloud.google.com"
    })
    void asksOnceAndSaysWhatToDoAboutTheAccount(String fault, String advice) {
        Faults.on(TYPES, fault);
        int before = Faults.calls(TYPES);

        UpstreamException account = catchThrowableOfType(UpstreamException.class, this::fetchActivity);

        assertThat(account.failure().reason()).contains(advice);
        assertThat(((Unavailable) account.failure()).retryAt())
                .isAfter(clock.instant().plus(Duration.ofMinutes(50)));
        assertThat(Faults.calls(TYPES) - before).isEqualTo(1);
    }

    @Test
    void refreshesAnAccessTokenThatRanOut() {
        Faults.on(TYPES + "sleep", "expired-token", 1);
        assertThat(night().hasFigures()).isTrue();
    }

    @Test
    void endsAGrantThatWasTakenBack() {
        // For good, so it is not the one of the other tests.
        person = wearers.onGoogleHealth(5);
        Faults.on(TYPES + "sleep", "revoked-grant", 1);
        UpstreamException ended = catchThrowableOfType(UpstreamException.class, this::night);
        assertThat(ended.failure()).isInstanceOf(Unauthorised.class);
        assertThat(grants.find(person))
                .hasValueSatisfying(grant -> assertThat(grant.state()).isEqualTo(Grant.State.DEAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages-of-one", "empty-first-page"})
    void followsEveryPage(String fault) {
        DateRange fortnight = new DateRange(DAY.minusDays(13), DAY);
        SortedMap<LocalDate, Parts> whole = sleep.fetch(person, fortnight);
        Faults.on(TYPES + "sleep", fault);

        SortedMap<LocalDate, Parts> paged = sleep.fetch(person, fortnight);

        fortnight.stream()
                .forEach(date -> assertThat(clean(sleep, date, paged))
                        .usingRecursiveComparison()
                        .ignoringFields("fetchedAt")
                        .isEqualTo(clean(sleep, date, whole)));
        assertThat(fortnight.stream().filter(date -> clean(sleep, date, whole).hasFigures()))
                .hasSizeGreaterThan(10);
    }

    @Test
    void keepsWhatTheCloudSaidByteForByte() {
        byte[] alone = Objects.requireNonNull(
                sleep.fetch(person, DateRange.of(DAY)).get(DAY).get("sleep"));
        byte[] slice = Objects.requireNonNull(sleep.fetch(person, new DateRange(DAY.minusDays(1), DAY))
                .get(DAY)
                .get("sleep"));
        String points = new String(slice, StandardCharsets.UTF_8);
        String first = points.substring(points.indexOf('[') + 1, points.indexOf("\"sleep\""));
        assertThat(new String(alone, StandardCharsets.UTF_8)).contains(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"doubled-stages", "unknown-fields", "byte-order-mark", "inclusive-end"})
    void readsThroughOddAnswers(String fault) {
        SleepDay night = night();
        ActivityDay day = activity();
        Faults.on("/google/v4/", fault);

        assertThat(night())
                .usingRecursiveComparison()
                .ignoringFields("fetchedAt")
                .isEqualTo(night);
        assertThat(activity())
                .usingRecursiveComparison()
                .ignoringFields("fetchedAt")
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unprocessed-sleep", "running-sleep"})
    void leavesADayPartialWhoseSleepIsNotToldYet(String fault) {
        Faults.on(TYPES + "sleep", fault);
        Parts parts =
                Objects.requireNonNull(sleep.fetch(person, DateRange.of(DAY)).get(DAY));
        assertThat(clean(sleep, parts).status()).isEqualTo(DayStatus.PARTIAL);
    }

    @Test
    void knowsTheZoneAndTheDevices() {
        assertThat(wearer.cleanProfile(wearer.fetchProfile(person)).zone()).isEqualTo(BERLIN);
        assertThat(wearer.cleanDevices(wearer.fetchDevices(person), BERLIN))
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.name()).isNotBlank();
                    assertThat(device.batteryPercent()).isBetween(0, 100);
                    assertThat(device.syncedAt()).isBeforeOrEqualTo(clock.instant());
                });
        Faults.on("/google/v4/", "missing-sync-time");
        assertThat(wearer.cleanDevices(wearer.fetchDevices(person), BERLIN))
                .singleElement()
                .satisfies(device -> assertThat(device.syncedAt()).isNull());
    }

    private SleepDay night() {
        return clean(sleep, DAY, sleep.fetch(person, DateRange.of(DAY)));
    }

    private ActivityDay activity() {
        return clean(activities, fetchActivity());
    }

    private Parts fetchActivity() {
        clock.advance(Duration.ofMinutes(2));
        return Objects.requireNonNull(
                activities.fetch(person, DateRange.of(DAY)).get(DAY));
    }

    private <T extends Day<T>> T clean(DaySource<T> source, LocalDate date, SortedMap<LocalDate, Parts> days) {
        return source.clean(new RawDay(
                new DayKey(person, source.upstream(), source.kind().name(), date),
                clock.instant(),
                BERLIN,
                null,
                Objects.requireNonNull(days.get(date))));
    }

    private <T extends Day<T>> T clean(DaySource<T> source, Parts parts) {
        return clean(source, DAY, new TreeMap<>(Map.of(DAY, parts)));
    }
}
