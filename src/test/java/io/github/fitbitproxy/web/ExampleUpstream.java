package io.github.fitbitproxy.web;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.ConfiguredGrant;
import io.github.fitbitproxy.oauth.FakeProvider;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.TokenCredentials;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** An upstream to connect to, for tests that ask for it; one person is connected to it by the configuration. */
@Alternative
@Singleton
class ExampleUpstream {

    static final Person CONFIGURED = new Person("configured");

    @Produces
    @Singleton
    FakeProvider provider() {
        return new FakeProvider();
    }

    void close(@Disposes FakeProvider provider) {
        provider.close();
    }

    @Produces
    @Singleton
    ConfiguredGrant configured() {
        Grant grant = new Grant(
                CONFIGURED,
                "example",
                FakeProvider.CLIENT,
                new TokenCredentials("at-configured", "as-configured"),
                null,
                Instant.parse("2026-01-02T03:04:05Z"),
                Grant.State.ALIVE);
        return () -> Optional.of(grant);
    }
}
