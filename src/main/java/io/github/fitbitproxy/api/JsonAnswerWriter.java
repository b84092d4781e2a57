package io.github.fitbitproxy.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.fitbitproxy.day.AnswerWriter;
import io.github.fitbitproxy.day.TimelineWriter;
import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.model.SleepTimeline;
import io.github.fitbitproxy.model.analysis.AwakeningsMetric;
import io.github.fitbitproxy.model.analysis.ChronotypeMetric;
import io.github.fitbitproxy.model.analysis.ClockMetric;
import io.github.fitbitproxy.model.analysis.DayClock;
import io.github.fitbitproxy.model.analysis.DayValue;
import io.github.fitbitproxy.model.analysis.InterdailyStabilityMetric;
import io.github.fitbitproxy.model.analysis.NapsMetric;
import io.github.fitbitproxy.model.analysis.NightlyMetric;
import io.github.fitbitproxy.model.analysis.PhaseDeviationMetric;
import io.github.fitbitproxy.model.analysis.RegularityMetric;
import io.github.fitbitproxy.model.analysis.SleepAnalysis;
import io.github.fitbitproxy.model.analysis.SleepDebtMetric;
import io.github.fitbitproxy.model.analysis.SleepLossMetric;
import io.github.fitbitproxy.model.analysis.SleepMetrics;
import io.github.fitbitproxy.model.analysis.SocialJetlagMetric;
import io.github.fitbitproxy.model.analysis.StageShares;
import io.github.fitbitproxy.model.analysis.StageSharesMetric;
import io.github.fitbitproxy.model.analysis.TrendMetric;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the public JSON: fields in the order of the records, {@code null} written out, times in RFC 3339. */
@Singleton
@RegisterForReflection(
        targets = {
            Device.class,
            SleepTimeline.class,
            SleepTimeline.Log.class,
            SleepTimeline.Segment.class,
            SleepAnalysis.class,
            SleepMetrics.class,
            NightlyMetric.class,
            AwakeningsMetric.class,
            ClockMetric.class,
            StageSharesMetric.class,
            RegularityMetric.class,
            InterdailyStabilityMetric.class,
            PhaseDeviationMetric.class,
            SocialJetlagMetric.class,
            ChronotypeMetric.class,
            SleepLossMetric.class,
            SleepDebtMetric.class,
            NapsMetric.class,
            TrendMetric.class,
            StageShares.class,
            DayValue.class,
            DayClock.class
        })
class JsonAnswerWriter implements AnswerWriter, TimelineWriter {

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
        return json(day);
    }

    @Override
    public byte[] write(SleepTimeline timeline) {
        return json(timeline);
    }

    byte[] write(SleepAnalysis analysis) {
        return json(analysis);
    }

    private byte[] json(Object answer) {
        try {
            byte[] json = writer.writeValueAsBytes(answer);
            // A line end, so that a terminal's prompt does not stand behind the JSON.
            byte[] line = Arrays.copyOf(json, json.length + LINE_END.length);
            System.arraycopy(LINE_END, 0, line, json.length, LINE_END.length);
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written: " + answer.getClass(), e);
        }
    }

    /** The same JSON, to pick fields from. */
    JsonNode tree(Day<?> day) {
        return mapper.valueToTree(day);
    }
}
