package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.ActivityDay;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.DaySource;
import io.github.fitbitproxy.upstream.Parts;
import io.github.fitbitproxy.upstream.Profile;
import io.github.fitbitproxy.upstream.RawDay;
import io.github.fitbitproxy.upstream.WearerSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A cloud that tells steps: a part {@code steps} with the number as text; an empty part means "not yet". Ten days a call. */
class FakeUpstream implements DaySource<ActivityDay>, WearerSource {

    static final Parts PENDING = Parts.of("steps", new byte[0]);

    final List<DateRange> asked = new ArrayList<>();
    Function<LocalDate, Parts> tells = date -> steps(7);

    static Parts steps(int steps) {
        return Parts.of("steps", Integer.toString(steps).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String upstream() {
        return "fake";
    }

    @Override
    public DataKind<ActivityDay> kind() {
        return ActivityDay.KIND;
    }

    @Override
    public int longestFetchDays() {
        return 10;
    }

    @Override
    public SortedMap<LocalDate, Parts> fetch(Person person, DateRange range) {
        asked.add(range);
        SortedMap<LocalDate, Parts> days = new TreeMap<>();
        range.stream().forEach(date -> days.put(date, tells.apply(date)));
        return days;
    }

    @Override
    public ActivityDay clean(RawDay raw) {
        byte[] part = raw.parts().get("steps");
        String text = part == null ? "" : new String(part, StandardCharsets.UTF_8);
        boolean known = !text.isEmpty();
        return new ActivityDay(
                raw.key().date(),
                known && raw.parts().missing().isEmpty() ? DayStatus.FINAL : DayStatus.PARTIAL,
                known ? Integer.valueOf(text) : null,
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
                "fake",
                raw.fetchedAt(),
                raw.deviceSyncedAt());
    }

    @Override
    public byte[] fetchProfile(Person person) {
        return new byte[0];
    }

    @Override
    public byte[] fetchDevices(Person person) {
        return new byte[0];
    }

    @Override
    public Profile cleanProfile(byte[] body) {
        return new Profile(ZoneOffset.UTC, null);
    }

    @Override
    public List<Device> cleanDevices(byte[] body, ZoneId zone) {
        return List.of();
    }
}
