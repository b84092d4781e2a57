package io.github.fitbitproxy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fitbitproxy.day.Absence;
import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.BodyDay;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.HeartDay;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.VitalsDay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CsvRangeTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final LocalDate DATE = LocalDate.of(2026, 11, 21);
    private static final ActivityDay ANY_DAY = new ActivityDay(
            DATE,
            DayStatus.FINAL,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            "fitbit",
            Instant.parse("2026-11-21T09:00:00Z"),
            null);

    @Test
    void writesAHeaderAndOneRowADay() throws IOException {
        assertThat(written(SleepDay.KIND.columns(), day -> tree(SleepResource.EXAMPLE)))
                .isEqualTo("date,status,minutesAsleep,minutesAwake,minutesInBed,minutesToFallAsleep,totalMinutesAsleep,"
                        + "efficiency,reportedEfficiency,startTime,endTime,stages.deep,stages.light,stages.rem,"
                        + "stages.wake,naps.count,naps.minutesAsleep,upstream,fetchedAt,deviceSyncedAt\r\n"
                        + "2026-11-21,final,431,47,478,6,453,90,94,2026-11-20T23:12:30+01:00,"
                        + "2026-11-21T07:10:30+01:00,74,244,113,47,1,22,fitbit,2026-11-21T09:15:02Z,"
                        + "2026-11-21T08:58:00Z\r\n");
    }

    @Test
    void leavesWhatIsNotKnownEmptyInsideAndOut() throws IOException {
        String row = written(ActivityDay.KIND.columns(), new JsonAnswerWriter()::tree)
                .split("\r\n")[1];
        assertThat(row).isEqualTo("2026-11-21,final" + ",".repeat(19) + "fitbit,2026-11-21T09:00:00Z,");
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(SleepDay.KIND, SleepResource.EXAMPLE),
                Arguments.of(ActivityDay.KIND, ActivitiesResource.EXAMPLE),
                Arguments.of(HeartDay.KIND, HeartResource.EXAMPLE),
                Arguments.of(BodyDay.KIND, BodyResource.EXAMPLE),
                Arguments.of(VitalsDay.KIND, VitalsResource.EXAMPLE));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasAColumnForEveryFieldThatIsNoList(DataKind<?> kind, String example) {
        assertThat(kind.columns()).isEqualTo(columns("", tree(example)));
    }

    private static List<String> columns(String prefix, JsonNode object) {
        List<String> columns = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (field.getValue().isObject()) {
                columns.addAll(columns(prefix + field.getKey() + ".", field.getValue()));
            } else if (!field.getValue().isArray()) {
                columns.add(prefix + field.getKey());
            }
        }
        return columns;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {"plain|plain", "a,b|\"a,b\"", "say \"hi\"|\"say \"\"hi\"\"\"", "|''"},
            nullValues = "''")
    void quotesWhatHasToBeQuoted(String text, String expected) {
        assertThat(CsvRange.quoted(text == null ? "" : text)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void quotesLineEnds() {
        assertThat(CsvRange.quoted("a\r\nb")).isEqualTo("\"a\r\nb\"");
        assertThat(CsvRange.quoted("a\nb")).isEqualTo("\"a\nb\"");
    }

    @Test
    void stopsWhenNobodyListens() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }
        };
        CsvRange csv = new CsvRange(List.of("date"), day -> tree("{}"), new Listener(broken, () -> true));
        assertThatThrownBy(() -> csv.begin(DateRange.of(DATE))).isInstanceOf(HungUp.class);
        assertThatThrownBy(csv::waiting).isInstanceOf(HungUp.class);
    }

    private static String written(List<String> columns, Function<Day<?>, JsonNode> json) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CsvRange csv = new CsvRange(columns, json, new Listener(out, () -> false));
            csv.begin(DateRange.of(DATE));
            csv.day(ANY_DAY);
            csv.missing(DATE.plusDays(1), new Absence.Future());
            csv.end();
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
