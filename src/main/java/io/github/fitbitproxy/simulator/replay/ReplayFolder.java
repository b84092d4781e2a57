package io.github.fitbitproxy.simulator.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.fitbit.FitbitApi;
import io.github.fitbitproxy.simulator.http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recorded replies, laid out by the path they answer: {@code <folder>/1.2/user/-/sleep/date/2016-12-13.json}. What was
 * not recorded is not found, but for the profile (the configured time zone) and the devices (none). All methods block.
 */
public final class ReplayFolder {

    /** Segments that begin with a letter, a digit or a hyphen: no dot files, no {@code ..}, nothing encoded. */
    private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9-][A-Za-z0-9._-]*)+\\.json");

    private final Path root;
    private final ZoneId zone;

    /**
     * @param zone for the profile, and for {@code today}
     * @throws IllegalArgumentException if there is no such folder
     */
    public ReplayFolder(Path folder, ZoneId zone) {
        try {
            this.root = folder.toRealPath();
        } catch (IOException missing) {
            throw new IllegalArgumentException("simulator.replay names no readable folder: " + folder, missing);
        }
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException("simulator.replay is not a folder: " + folder);
        }
        this.zone = zone;
    }

    /** @param path without a query, the wearer written as {@code -} */
    public Answer answer(String path, Instant now) {
        return recorded(path)
                .or(() -> recorded(path.replace("/today", "/" + LocalDate.ofInstant(now, zone))))
                .map(body -> Answer.json(200, body))
                .orElseGet(() -> unrecorded(path));
    }

    private Answer unrecorded(String path) {
        if (path.equals("/1/user/-/profile.json")) {
            ObjectNode profile = JsonNodeFactory.instance.objectNode();
            profile.putObject("user").put("timezone", zone.getId());
            return Answer.json(200, profile);
        }
        return path.equals("/1/user/-/devices.json")
                ? Answer.json(200, JsonNodeFactory.instance.arrayNode())
                : FitbitApi.notFound();
    }

    private Optional<byte[]> recorded(String path) {
        if (!SAFE.matcher(path).matches()) {
            return Optional.empty();
        }
        Path file = root.resolve(path.substring(1));
        try {
            return Files.isRegularFile(file) && file.toRealPath().startsWith(root)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A recorded reply cannot be read", unreadable);
        }
    }
}
