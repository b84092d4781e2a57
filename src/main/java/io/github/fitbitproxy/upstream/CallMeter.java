package io.github.fitbitproxy.upstream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts calls to the clouds by what came of them ({@code fitbit_proxy_upstream_calls_total}). */
@ApplicationScoped
public class CallMeter {

    private final MeterRegistry registry;

    public CallMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    public void succeeded(String upstream) {
        count(upstream, "success");
    }

    public void failed(String upstream, UpstreamFailure failure) {
        count(upstream, failure.word());
    }

    private void count(String upstream, String outcome) {
        Counter.builder("fitbit.proxy.upstream.calls")
                .description("Calls to the clouds, by what came of them")
                .tags("upstream", upstream, "outcome", outcome)
                .register(registry)
                .increment();
    }
}
