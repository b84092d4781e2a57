package io.github.fitbitproxy.upstream.fitbit;

import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.Profile;
import io.github.fitbitproxy.upstream.WearerSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;

/** The wearer's profile and devices. */
@ApplicationScoped
class FitbitWearer implements WearerSource, ScopedSource {

    private final FitbitClient client;
    private final FitbitSettings settings;

    FitbitWearer(FitbitClient client, FitbitSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public String upstream() {
        return settings.upstream();
    }

    @Override
    public List<String> scopes() {
        return List.of("profile", "settings");
    }

    @Override
    public byte[] fetchProfile(Person person) {
        return client.call(person, FitbitApi::profile);
    }

    @Override
    public byte[] fetchDevices(Person person) {
        return client.call(person, FitbitApi::devices);
    }

    @Override
    public Profile cleanProfile(byte[] body) {
        return WearerCleaner.profile(body);
    }

    @Override
    public List<Device> cleanDevices(byte[] body, ZoneId zone) {
        return WearerCleaner.devices(body, zone);
    }
}
