package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads when something was measured. */
final class SampleTime {

    private SampleTime() {}

    /**
     * The moment with the offset that held then, cut down to whole seconds.
     *
     * @param zone for a moment whose offset is not told
     * @return {@code null} if it is not told
     */
    static @Nullable OffsetDateTime of(JsonNode sample, ZoneId zone) {
        JsonNode time = sample.path("sampleTime");
        Instant moment = ProtoJson.timestamp(time, "physicalTime");
        ZoneOffset offset = ProtoJson.offset(time, "utcOffset");
        if (moment == null) {
            return null;
        }
        return offset == null ? moment.atZone(zone).toOffsetDateTime() : moment.atOffset(offset);
    }
}
