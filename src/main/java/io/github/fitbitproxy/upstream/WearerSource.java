package io.github.fitbitproxy.upstream;

import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.model.Person;
import java.time.ZoneId;
import java.util.List;

/** What an upstream knows of the wearer beside the days: whose zone the days follow, and when the devices last synced. */
public interface WearerSource {

    /** The upstream's public name, such as {@code fitbit}. */
    String upstream();

    /** Asks for the profile, blocking. */
    byte[] fetchProfile(Person person) throws UpstreamException;

    /** Asks for the devices, blocking. */
    byte[] fetchDevices(Person person) throws UpstreamException;

    /** Reads a fetched profile; pure. */
    Profile cleanProfile(byte[] body) throws UpstreamException;

    /**
     * Reads fetched devices; pure.
     *
     * @param zone the wearer's, for clock values without offset
     */
    List<Device> cleanDevices(byte[] body, ZoneId zone) throws UpstreamException;
}
