package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.UpstreamException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The points of one day, by type.
 *
 * @param complete false if a part is missing or was not readable, which costs its own fields only
 */
record DayPoints(Map<DataType, List<JsonNode>> points, boolean complete) {

    /** A window of these without a value means that a device was worn and counted none ("True zeros"). */
    private static final Set<DataType> TRUE_ZEROS =
            Set.of(DataType.STEPS, DataType.DISTANCE, DataType.FLOORS, DataType.ALTITUDE, DataType.TOTAL_CALORIES);

    /** @throws UpstreamException if parts came, but none was readable */
    static DayPoints read(RawDay raw) throws UpstreamException {
        Parts parts = raw.parts();
        Map<DataType, List<JsonNode>> points = new EnumMap<>(DataType.class);
        UpstreamException unreadable = null;
        for (DataType type : DataType.values()) {
            byte[] part = parts.get(type.path());
            if (part != null) {
                try {
                    points.put(type, DataPoints.ofDay(part, type, raw.key().date(), raw.zone()));
                } catch (UpstreamException failed) {
                    unreadable = failed;
                }
            }
        }
        if (unreadable != null && points.isEmpty()) {
            throw unreadable;
        }
        boolean complete = unreadable == null && parts.missing().isEmpty() && !points.isEmpty();
        return new DayPoints(points, complete);
    }

    /** Whether the cloud told of this type, be it that there is nothing. */
    boolean isTold(DataType type) {
        return points.containsKey(type);
    }

    List<JsonNode> of(DataType type) {
        return points.getOrDefault(type, List.of());
    }

    /** The value of the day's one point; a missing node if there is none. A point of a tracker comes before others. */
    JsonNode value(DataType type) {
        List<JsonNode> all = of(type);
        if (all.isEmpty()) {
            return MissingNode.getInstance();
        }
        JsonNode point = all.stream().filter(DataPoints::isTracked).findFirst().orElse(all.get(0));
        JsonNode value = point.path(type.member());
        return value.isMissingNode() && TRUE_ZEROS.contains(type) ? JsonNodeFactory.instance.objectNode() : value;
    }

    /** A number of the day's one point, 0 if it is left out; {@code null} if there is no point. */
    @Nullable
    BigDecimal number(DataType type, String field) {
        return ProtoJson.number(value(type), field);
    }

    /** The same as a whole number, rounded half up. */
    @Nullable
    Integer integer(DataType type, String field) {
        return rounded(number(type, field));
    }

    /** A number of the day's one point that cannot be 0, which stands for "not computed"; {@code null} if it is. */
    @Nullable
    Double positive(DataType type, String field) {
        return LenientJson.positive(value(type), field);
    }

    DayStatus status() {
        return complete ? DayStatus.FINAL : DayStatus.PARTIAL;
    }

    static @Nullable Integer rounded(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(0, RoundingMode.HALF_UP).intValue();
    }
}
