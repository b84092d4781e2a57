package io.github.fitbitproxy.upstream.takeout;

import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.Profile;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.github.fitbitproxy.upstream.UpstreamFailure;
import io.github.fitbitproxy.upstream.WearerSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an account export says of the wearer: {@code Profile.csv}. It is kept when it is imported, and never asked for. */
@ApplicationScoped
class TakeoutWearer implements WearerSource {

    static final String NAME = "takeout";

    private static final byte[] NO_DEVICES = "[]".getBytes(StandardCharsets.UTF_8);

    @Override
    public String upstream() {
        return NAME;
    }

    @Override
    public byte[] fetchProfile(Person person) throws UpstreamException {
        throw new UpstreamException(
                new UpstreamFailure.Forbidden("No profile was in the account export that was imported."));
    }

    /** An export tells no device. */
    @Override
    public byte[] fetchDevices(Person person) {
        return NO_DEVICES;
    }

    @Override
    public Profile cleanProfile(byte[] body) throws UpstreamException {
        List<Map<String, String>> rows = Csv.rows(new String(body, StandardCharsets.UTF_8));
        if (rows.isEmpty()) {
            throw LenientJson.unreadable();
        }
        return new Profile(zone(rows.get(0).get("timezone")), date(rows.get(0).get("member_since")));
    }

    @Override
    public List<Device> cleanDevices(byte[] body, ZoneId zone) {
        return List.of();
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isEmpty() ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException nonsense) {
            return null;
        }
    }
}
