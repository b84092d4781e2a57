package io.github.fitbitproxy.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fitbitproxy.model.Person;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder with the parts of one day as received, what has to be known to read them, and the answer to expect. */
public record FixtureCase(String name, RawDay raw, JsonNode expected) {

    public static final Instant FETCHED_AT = Instant.parse("2026-01-05T09:00:00Z");
    public static final Instant SYNCED_AT = Instant.parse("2026-01-05T08:41:00Z");

    /** Every case of a kind of an upstream, in order of name. */
    public static List<FixtureCase> all(String upstream, String kind) {
        try (Stream<Path> folders = Files.list(Path.of(FixtureCase.class
                .getResource("/fixtures/" + upstream + "/" + kind)
                .toURI()))) {
            return folders.sorted().map(folder -> read(upstream, kind, folder)).toList();
        } catch (IOException | URISyntaxException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What was received in one case. */
    public static RawDay named(String upstream, String kind, String name) {
        return all(upstream, kind).stream()
                .filter(fixture -> fixture.name().equals(name))
                .findFirst()
                .orElseThrow()
                .raw();
    }

    public static RawDay raw(String upstream, String kind, LocalDate date, ZoneId zone, Parts parts) {
        return new RawDay(new DayKey(Person.ME, upstream, kind, date), FETCHED_AT, zone, SYNCED_AT, parts);
    }

    /** A call's answer is named after the call; what was in an archive, after its file. */
    private static TreeMap<String, byte[]> withoutSuffix(TreeMap<String, byte[]> files) {
        TreeMap<String, byte[]> parts = new TreeMap<>();
        files.forEach((name, body) -> parts.put(name.replaceFirst("\\.json$", ""), body));
        return parts;
    }

    private static FixtureCase read(String upstream, String kind, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Properties known = new Properties();
            known.load(new StringReader(Files.readString(folder.resolve("case.properties"))));
            TreeMap<String, byte[]> parts = new TreeMap<>();
            for (Path file : files.toList()) {
                parts.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            parts.remove("case.properties");
            JsonNode expected = PublicJson.read(parts.remove("expected.json"));
            TreeSet<String> missing = new TreeSet<>();
            if (known.containsKey("missing")) {
                missing.addAll(List.of(known.getProperty("missing").split(",")));
            }
            RawDay raw = raw(
                    upstream,
                    kind,
                    LocalDate.parse(known.getProperty("date")),
                    ZoneId.of(known.getProperty("zone")),
                    new Parts(upstream.equals("takeout") ? parts : withoutSuffix(parts), missing));
            return new FixtureCase(folder.getFileName().toString(), raw, expected);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
