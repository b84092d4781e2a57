package io.github.fitbitproxy.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Settings of the service itself: {@code proxy.*}. */
@ConfigMapping(prefix = "proxy")
public interface ProxyConfig {

    /** Which upstream answers for a person who is connected to none; default: the one that has credentials. */
    Optional<String> upstream();

    /** The wearer's time zone where the upstream does not say. */
    Optional<@WithConverter(ZoneConverter.class) ZoneId> timeZone();

    /** Where the database, the key and the admin token are kept. */
    @WithDefault("./data")
    Path dataDir();

    /** Guards {@code /setup} and everything that changes state; default: made at first start. */
    Optional<String> adminToken();

    /** A file that holds the admin token. */
    Optional<Path> adminTokenFile();

    /** When set, reading needs one of them. */
    Optional<List<String>> apiKeys();

    /** A file that holds the API keys, one a line. */
    Optional<Path> apiKeysFile();

    /** More names that this service answers to: {@code name}, {@code .domain} with all below it, or {@code *} for any. */
    Optional<List<String>> allowedHosts();

    /** The file with the key that encrypts credentials at rest; default: {@code key} in the data directory. */
    Optional<Path> keyFile();

    /** How long an upstream may take to answer one call. */
    @WithDefault("10S")
    Duration upstreamTimeout();

    /** How long today's answer is fresh; older days are fresh for longer. */
    @WithDefault("5M")
    Duration freshness();

    /** How long after the end of a day late phone syncs are still looked for. */
    @WithDefault("14D")
    Duration lateSyncWindow();

    /** How old an answer may get while the upstream fails, until an error is answered instead. */
    @WithDefault("30D")
    Duration staleIfError();

    /** Calls an hour that are kept for people: what runs by itself stops when so few are left. */
    @WithDefault("20")
    int budgetReserve();

    /** Whether recent days are kept fresh while nobody asks. */
    @WithDefault("true")
    boolean refresh();
}
