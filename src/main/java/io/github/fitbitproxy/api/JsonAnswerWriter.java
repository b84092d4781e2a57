package io.github.fitbitproxy.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.fitbitproxy.day.AnswerWriter;
import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.model.HeartRateZone;
import io.github.fitbitproxy.model.SleepDay;
import io.github.fitbitproxy.model.SleepLog;
import io.github.fitbitproxy.model.Stages;
import io.github.fitbitproxy.model.Workout;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the public JSON: fields in the order of the records, {@code null} written out, times in RFC 3339. */
@Singleton
@RegisterForReflection(
        targets = {
            SleepDay.class,
            SleepDay.Naps.class,
            SleepLog.class,
            SleepLog.Classic.class,
            Stages.class,
            ActivityDay.class,
            ActivityDay.Goals.class,
            HeartRateZone.class,
            Workout.class,
            Device.class
        })
class JsonAnswerWriter implements AnswerWriter {

    private static final byte[] LINE_END = "\n".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private final ObjectWriter writer = mapper.writer();

    @Override
    public byte[] write(Day<?> day) {
        try {
            byte[] json = writer.writeValueAsBytes(day);
            // A line end, so that a terminal's prompt does not stand behind the JSON.
            byte[] line = Arrays.copyOf(json, json.length + LINE_END.length);
            System.arraycopy(LINE_END, 0, line, json.length, LINE_END.length);
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a day that cannot be written: " + day.getClass(), e);
        }
    }

    /** The same JSON, to pick fields from. */
    JsonNode tree(Day<?> day) {
        return mapper.valueToTree(day);
    }
}
