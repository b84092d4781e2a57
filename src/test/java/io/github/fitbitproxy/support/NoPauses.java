package io.github.fitbitproxy.support;

import io.github.fitbitproxy.upstream.Pauses;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Waits for nothing: in tests the cloud is on this machine, and how calls are spaced out is tested on its own. */
@Mock
@ApplicationScoped
public class NoPauses extends Pauses {

    @Override
    public void pause(Duration length) {}
}
