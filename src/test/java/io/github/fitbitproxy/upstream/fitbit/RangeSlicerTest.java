package io.github.fitbitproxy.upstream.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.JsonSlices;
import io.github.fitbitproxy.upstream.UnreadableBodies;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeSlicerTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final DateRange RANGE = new DateRange(FIRST, FIRST.plusDays(2));

    /** An element as it stands in the answer, between whatever white space. */
    record Element(LocalDate day, String json, String before, String after) {
        String inPlace() {
            return before + json + after;
        }
    }

    @Property(tries = 300)
    void keepsEveryByteOfEveryLog(@ForAll("logs") List<Element> logs, @ForAll boolean byteOrderMark)
            throws UpstreamException {
        String list = logs.stream().map(Element::inPlace).collect(Collectors.joining(","));
        byte[] answer =
                bytes("{ \"näher\": {\"sleep\": [1]},\n\"sleep\" : [" + list + "], \"more\": 1}", byteOrderMark);

        SortedMap<LocalDate, byte[]> days = RangeSlicer.sleep(answer, RANGE);

        assertThat(days).containsOnlyKeys(RANGE.stream().toList());
        days.forEach((day, slice) -> assertThat(text(slice))
                .isEqualTo(logs.stream()
                        .filter(log -> log.day().equals(day))
                        .map(Element::json)
                        .collect(Collectors.joining(",", "{\"sleep\":[", "]}"))));
    }

    @Property(tries = 300)
    void keepsEveryByteOfATimeSeries(@ForAll("series") List<Element> series, @ForAll boolean byteOrderMark)
            throws UpstreamException {
        String list = series.stream().map(Element::inPlace).collect(Collectors.joining(","));
        byte[] answer = bytes("{\"activities-steps\":[" + list + "],\"activities-steps-intraday\":{}}", byteOrderMark);

        Map<LocalDate, String> expected = series.stream()
                .filter(element -> RANGE.contains(element.day()))
                .collect(Collectors.toMap(Element::day, Element::json, (one, last) -> last));
        assertThat(RangeSlicer.timeSeries(answer, RANGE).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue()))))
                .isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<Element>> logs() {
        return elements((day, filling) -> Stream.of(
                        "{\"logId\":1,\"dateOfSleep\":\"%s\",\"x\":%s}",
                        "{\"x\" : %2$s , \"endTime\":\"%1$sT06:00:00.000\"\n}",
                        "{\"startTime\":\"%1$sT06:00:00.000\",\"duration\":60000,\"levels\":{\"data\":[%2$s]}}",
                        "{\"dateOfSleep\":\"%1$s\",\"endTime\":\"1999-01-01T00:00:00.000\",\"x\":%2$s}")
                .map(pattern -> pattern.formatted(day, filling))
                .toList());
    }

    @Provide
    Arbitrary<List<Element>> series() {
        return elements((day, filling) -> List.of(
                "{\"dateTime\":\"%s\",\"value\":%s}".formatted(day, filling),
                "{ \"value\" :%2$s,\t\"dateTime\" : \"%1$s\" }".formatted(day, filling)));
    }

    private interface Patterns {
        List<String> with(LocalDate day, String filling);
    }

    /** Of the days around the range too, with text of one to four bytes a character, brackets and quotes. */
    private static Arbitrary<List<Element>> elements(Patterns patterns) {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-1, 3).map(FIRST::plusDays);
        Arbitrary<String> fillings = Arbitraries.of(
                "0",
                "\"9031\"",
                "\"😴 Müdigkeit\"",
                "\"}],{[\\\"\"",
                "[[{}],{}]",
                "{\"sleep\":[]}",
                "-1.50e+3",
                "null");
        Arbitrary<String> spaces = Arbitraries.of("", " ", "\n\t", "\r\n  ");
        return Combinators.combine(days, fillings, spaces, spaces)
                .flatAs((day, filling, before, after) ->
                        Arbitraries.of(patterns.with(day, filling)).map(json -> new Element(day, json, before, after)))
                .list()
                .ofMaxSize(8);
    }

    @Test
    void givesEveryDayOfTheRangeAnEmptyList() throws Exception {
        SortedMap<LocalDate, byte[]> days = RangeSlicer.sleep(bytes("{\"sleep\":[]}", false), RANGE);

        assertThat(days).hasSize(3);
        assertThat(days.values()).allSatisfy(slice -> assertThat(text(slice)).isEqualTo("{\"sleep\":[]}"));
    }

    @Test
    void handsAPendingAnswerToEveryDay() throws Exception {
        byte[] pending = bytes("{\"meta\":{\"retryDuration\":3000,\"state\":\"pending\"}}", false);

        assertThat(RangeSlicer.sleep(pending, RANGE)).hasSize(3);
        assertThat(RangeSlicer.sleep(pending, RANGE).values()).allMatch(slice -> slice == pending);
        assertThat(RangeSlicer.timeSeries(pending, RANGE)).isEmpty();
    }

    @Test
    void keepsALogThatMakesNoOtherSenseWithItsDay() throws Exception {
        byte[] answer = bytes("{\"sleep\":[{\"dateOfSleep\":\"2024-03-02\",\"startTime\":\"nonsense\"}]}", false);

        assertThat(text(RangeSlicer.sleep(answer, RANGE).get(FIRST.plusDays(1))))
                .contains("nonsense");
    }

    @Test
    void passesOverWhatBearsNoDate() throws Exception {
        byte[] answer = bytes("{\"sleep\":[null,3,\"log\",[{\"dateOfSleep\":\"2024-03-01\"}],{\"logId\":1}]}", false);

        assertThat(RangeSlicer.sleep(answer, DateRange.of(FIRST)).values())
                .allSatisfy(slice -> assertThat(text(slice)).isEqualTo("{\"sleep\":[]}"));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoJsonObject() {
        return UnreadableBodies.bodies((name, body) -> DynamicTest.dynamicTest(name, () -> {
            UnreadableBodies.assertRefused(() -> RangeSlicer.sleep(body, RANGE));
            UnreadableBodies.assertRefused(() -> RangeSlicer.timeSeries(body, RANGE));
        }));
    }

    private static byte[] bytes(String json, boolean byteOrderMark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (byteOrderMark) {
            bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        bytes.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Test
    void cutsWorkoutsByTheWearersOwnDay() {
        byte[] page = """
                {"activities":[{"logId":1,"startTime":"2024-03-01T23:50:00.000-08:00"},
                {"logId":2,"startTime":"2024-03-02T00:10:00.000Z"},{"logId":3}],"pagination":{"next":""}}""".getBytes(StandardCharsets.UTF_8);
        SortedMap<LocalDate, List<byte[]>> days = RangeSlicer.workouts(page);
        assertThat(days.keySet()).containsExactly(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 2));
        assertThat(new String(
                        JsonSlices.wrapped("activities", days.get(LocalDate.of(2024, 3, 2))), StandardCharsets.UTF_8))
                .isEqualTo("{\"activities\":[{\"logId\":2,\"startTime\":\"2024-03-02T00:10:00.000Z\"}]}");
    }

    @Test
    void refusesAPageWithoutWorkouts() {
        UnreadableBodies.assertRefused(() -> RangeSlicer.workouts("{\"other\":[]}".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hrv\":[{\"dateTime\":\"2024-03-02\",\"value\":1},{\"dateTime\":\"2024-03-09\",\"value\":2}]}",
                "[{\"dateTime\":\"2024-03-02\",\"value\":1},{\"dateTime\":\"nonsense\"},{\"value\":3},7]"
            })
    void cutsAMetricIntoItsDays(String answer) {
        assertThat(metric(answer))
                .containsExactly(
                        "{\"hrv\":[]}", "{\"hrv\":[{\"dateTime\":\"2024-03-02\",\"value\":1}]}", "{\"hrv\":[]}");
    }

    @Test
    void takesNoBodyForNothingToldAndNoListForNothingKnown() {
        assertThat(metric("")).containsOnly("{\"hrv\":[]}");
        assertThat(metric("{}")).containsOnly("{}");
    }

    private static List<String> metric(String answer) {
        DateRange range = new DateRange(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 3));
        return RangeSlicer.metric(answer.getBytes(StandardCharsets.UTF_8), "hrv", "dateTime", range).values().stream()
                .map(slice -> new String(slice, StandardCharsets.UTF_8))
                .toList();
    }
}
