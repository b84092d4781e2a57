package io.github.fitbitproxy.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Hands out time and chance, so that tests can bring their own. */
class ClockProducer {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Made when the program runs, never when it is built: a native binary must not carry a seed. */
    @Produces
    @Singleton
    SecureRandom secureRandom() {
        return new SecureRandom();
    }
}
