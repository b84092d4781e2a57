package io.github.fitbitproxy.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits before a call. */
@ApplicationScoped
public class Pauses {

    /**
     * Waits, blocking.
     *
     * @throws UpstreamException if the wait was given up
     */
    public void pause(Duration length) throws UpstreamException {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UpstreamException(new UpstreamFailure.Unavailable("The call was given up.", null), e);
        }
    }
}
