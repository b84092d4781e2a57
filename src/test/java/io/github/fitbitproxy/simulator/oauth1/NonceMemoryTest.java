package io.github.fitbitproxy.simulator.oauth1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NonceMemoryTest {

    private final NonceMemory nonces = new NonceMemory();

    @Test
    void acceptsANonceOncePerTimestampAndToken() {
        assertThat(nonces.use(1000, "n", "t", 700)).isTrue();
        assertThat(nonces.use(1000, "n", "t", 700)).isFalse();
        assertThat(nonces.use(1001, "n", "t", 700)).isTrue();
        assertThat(nonces.use(1000, "n", "other", 700)).isTrue();
    }

    @Test
    void forgetsWhatHasLeftTheWindow() {
        for (int second = 0; second < 10_000; second++) {
            nonces.use(second, "n", "t", second - 300);
        }

        assertThat(nonces.size()).isEqualTo(301);
    }
}
