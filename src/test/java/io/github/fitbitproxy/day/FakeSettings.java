package io.github.fitbitproxy.day;

import io.github.fitbitproxy.config.ProxyConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** The defaults. */
class FakeSettings implements ProxyConfig {

    @Override
    public Optional<String> upstream() {
        return Optional.empty();
    }

    @Override
    public Optional<ZoneId> timeZone() {
        return Optional.empty();
    }

    @Override
    public Path dataDir() {
        return Path.of("target");
    }

    @Override
    public Optional<String> adminToken() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> adminTokenFile() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> keyFile() {
        return Optional.empty();
    }

    @Override
    public Duration upstreamTimeout() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration freshness() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration lateSyncWindow() {
        return Duration.ofDays(14);
    }

    @Override
    public Duration staleIfError() {
        return Duration.ofDays(30);
    }
}
