package io.github.fitbitproxy.upstream.googlehealth;

import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.Profile;
import io.github.fitbitproxy.upstream.WearerSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;

/** The wearer's settings and paired devices. */
@ApplicationScoped
class GoogleHealthWearer implements WearerSource {

    /** As many as a page holds, which is more than anybody carries. */
    private static final int MOST_DEVICES = 100;

    private final GoogleHealthClient client;
    private final GoogleHealthSettings settings;

    GoogleHealthWearer(GoogleHealthClient client, GoogleHealthSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public byte[] fetchProfile(Person person) {
        return client.call(person, GoogleHealthApi::settings);
    }

    @Override
    public byte[] fetchDevices(Person person) {
        return client.call(person, api -> api.pairedDevices(MOST_DEVICES));
    }

    @Override
    public Profile cleanProfile(byte[] body) {
        return WearerCleaner.profile(body);
    }

    @Override
    public List<Device> cleanDevices(byte[] body, ZoneId zone) {
        return WearerCleaner.devices(body);
    }
}
