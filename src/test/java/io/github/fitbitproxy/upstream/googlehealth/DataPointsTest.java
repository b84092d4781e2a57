package io.github.fitbitproxy.upstream.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.upstream.UnreadableBodies;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DataPointsTest {

    private static final LocalDate SECOND = LocalDate.of(2026, 11, 2);
    private static final DateRange THREE_DAYS = new DateRange(SECOND, SECOND.plusDays(2));

    /** Odd spacing shows that no byte is changed. */
    private static final String STEPS_OF_THE_FOURTH = """
            { "civilStartTime" : {"date":{"year":2026,"month":11,"day":4},"time":{}},
               "steps":{"countSum" :"7421"},"later":[1 , 2] }""";

    @Test
    void cutsARollUpIntoDaysWithoutChangingAByte() {
        String answer = "{\"note\":[{}],\"rollupDataPoints\":[" + STEPS_OF_THE_FOURTH
                + ",{\"civilStartTime\":{\"date\":{\"year\":2026,\"month\":11,\"day\":2}}},{\"steps\":{}}]}";

        SortedMap<LocalDate, byte[]> days = DataPoints.days(List.of(bytes(answer)), DataType.STEPS, THREE_DAYS);

        assertThat(days.keySet()).containsExactlyElementsOf(THREE_DAYS.stream().toList());
        assertThat(text(days.get(SECOND.plusDays(2))))
                .isEqualTo("{\"rollupDataPoints\":[" + STEPS_OF_THE_FOURTH + "]}");
        assertThat(text(days.get(SECOND.plusDays(1)))).isEqualTo("{\"rollupDataPoints\":[]}");
        assertThat(text(days.get(SECOND))).contains("\"day\":2");
    }

    @Test
    void leavesTheOnlyPageForADayAsItCame() {
        byte[] page = bytes(" {\"dataPoints\": [ ]}\n");
        assertThat(DataPoints.days(List.of(page), DataType.SLEEP, DateRange.of(SECOND)))
                .containsExactly(Map.entry(SECOND, page));
    }

    @Test
    void gathersPagesAndFilesSleepUnderTheDayOnWhichItEndedForTheWearer() {
        // 2:30 UTC on the third is still the second in New York.
        String first = session("a", "2026-11-03T02:30:00Z", "-18000s");
        String last = session("b", "2026-11-03T06:30:00Z", "-18000s");
        String running = "{\"name\":\"c\",\"sleep\":{\"interval\":{\"startTime\":\"2026-11-04T04:00:00Z\","
                + "\"startUtcOffset\":\"-18000s\"}}}";
        String lost = "{\"name\":\"d\",\"sleep\":{\"interval\":{}}}";
        List<byte[]> pages = Stream.of(page(last, running), "{\"nextPageToken\":\"x\"}", page(first, lost), "{}")
                .map(DataPointsTest::bytes)
                .toList();

        SortedMap<LocalDate, byte[]> days = DataPoints.days(pages, DataType.SLEEP, THREE_DAYS);

        assertThat(text(days.get(SECOND))).isEqualTo(page(first));
        // The running one began on the evening of the third.
        assertThat(text(days.get(SECOND.plusDays(1)))).isEqualTo(page(last, running));
        assertThat(text(days.get(SECOND.plusDays(2)))).isEqualTo(page());
    }

    @Test
    void filesWhatDoesNotTellItsOffsetByTheWearersZoneAndOnce() {
        String late = "{\"sleep\":{\"interval\":{\"endTime\":\"2026-11-03T23:30:00Z\"}}}";
        String weighing = "{\"weight\":{\"sampleTime\":{\"physicalTime\":\"2026-11-03T23:30:00Z\"}}}";
        String workout = "{\"exercise\":{\"interval\":{\"startTime\":\"2026-11-03T23:30:00Z\"}}}";

        assertThat(datesOf(DataType.SLEEP, late, "Europe/Berlin")).containsExactly(SECOND.plusDays(2));
        assertThat(datesOf(DataType.SLEEP, late, "Europe/London")).containsExactly(SECOND.plusDays(1));
        assertThat(datesOf(DataType.WEIGHT, weighing, "Asia/Tokyo")).containsExactly(SECOND.plusDays(2));
        assertThat(datesOf(DataType.EXERCISE, workout, "America/New_York")).containsExactly(SECOND.plusDays(1));
    }

    /** The days of a range on which a point is read. */
    private static List<LocalDate> datesOf(DataType type, String point, String zone) {
        SortedMap<LocalDate, byte[]> days = DataPoints.days(List.of(bytes(page(point))), type, THREE_DAYS);
        return THREE_DAYS.stream()
                .filter(date -> !DataPoints.ofDay(days.get(date), type, date, ZoneId.of(zone))
                        .isEmpty())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoJsonObject() {
        return UnreadableBodies.bodies((name, body) -> DynamicTest.dynamicTest(name, () -> {
            UnreadableBodies.assertRefused(() -> DataPoints.days(List.of(body), DataType.STEPS, DateRange.of(SECOND)));
            UnreadableBodies.assertRefused(() -> DataPoints.days(List.of(body), DataType.STEPS, THREE_DAYS));
        }));
    }

    private static String session(String name, String end, String offset) {
        return "{\"name\":\"%s\",\"sleep\":{\"interval\":{\"endTime\":\"%s\",\"endUtcOffset\":\"%s\"}}}"
                .formatted(name, end, offset);
    }

    private static String page(String... points) {
        return "{\"dataPoints\":[" + String.join(",", points) + "]}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
