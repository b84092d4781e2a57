package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.oauth.ClientCredentials;
import io.github.fitbitproxy.oauth.FakeScopes;
import io.github.fitbitproxy.oauth.Grant;
import io.github.fitbitproxy.oauth.Grants;
import io.github.fitbitproxy.oauth.OAuth2Tokens;
import io.github.fitbitproxy.oauth.StoredGrants;
import io.github.fitbitproxy.support.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentWatchTest {

    private static final Person ANNA = new Person("anna");
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(START);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<String> printed = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            printed.add(((ExtLogRecord) record).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Grants grants;
    private Consents consents;
    private ConsentWatch watch;

    @BeforeEach
    void start() {
        Logger.getLogger(ConsentWatch.class.getName()).addHandler(handler);
        grants = StoredGrants.in(folder, clock);
        consents = new Consents(grants, FakeScopes.of("example"), clock);
        watch = new ConsentWatch(grants, consents, registry, clock);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(ConsentWatch.class.getName()).removeHandler(handler);
    }

    @Test
    void warnsOnceADayFromTwoDaysAheadUntilSomebodyConnects() {
        grants.save(grant(START.plus(Duration.ofDays(7))));
        for (int hour = 0; hour < 5 * 24; hour++) {
            watch.tick();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(printed).isEmpty();
        for (int hour = 0; hour < 48; hour++) {
            watch.tick();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(printed)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("anna", "example", "2026-11-28T09:00:00Z"));
        grants.markDead(grants.find(ANNA).orElseThrow());
        clock.advance(Duration.ofDays(1));
        watch.tick();
        assertThat(printed.get(2)).contains("has ended");
        grants.save(grant(null));
        clock.advance(Duration.ofDays(3));
        watch.tick();
        assertThat(printed).hasSize(3);
    }

    @Test
    void showsHowLongItLasts() {
        grants.save(grant(START.plusSeconds(604_799)));
        watch.tick();
        assertThat(gauge("fitbit.proxy.grant.expires.seconds")).isEqualTo(604_799);
        assertThat(gauge("fitbit.proxy.grant.alive")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(99));
        assertThat(gauge("fitbit.proxy.grant.expires.seconds")).isEqualTo(604_700);
        grants.markDead(grants.find(ANNA).orElseThrow());
        watch.tick();
        assertThat(gauge("fitbit.proxy.grant.alive")).isZero();
        grants.save(grant(null));
        watch.tick();
        assertThat(gauge("fitbit.proxy.grant.expires.seconds")).isNaN();
        grants.forget(ANNA);
        watch.tick();
        assertThat(gauge("fitbit.proxy.grant.alive")).isNaN();
    }

    @Test
    void tellsWhatAConsentComesTo() {
        assertThat(consents.of(ANNA)).isEqualTo(new Consents.Consent(null, List.of()));
        assertThat(consents.endsSoon(ANNA)).isFalse();
        Instant end = START.plus(Duration.ofDays(2));
        grants.save(grant(end.plusSeconds(1)));
        assertThat(consents.of(ANNA)).isEqualTo(new Consents.Consent(end.plusSeconds(1), List.of("sleep")));
        assertThat(consents.endsSoon(ANNA)).isFalse();
        grants.save(grant(end));
        assertThat(consents.endsSoon(ANNA)).isTrue();
    }

    private double gauge(String name) {
        return registry.get(name)
                .tag("person", "anna")
                .tag("upstream", "example")
                .gauge()
                .value();
    }

    private Grant grant(Instant endsAt) {
        return new Grant(
                ANNA,
                "example",
                new ClientCredentials("ck", "cs"),
                new OAuth2Tokens("at", null, "rt", endsAt, new TreeSet<>(List.of("steps"))),
                null,
                clock.instant(),
                Grant.State.ALIVE);
    }
}
