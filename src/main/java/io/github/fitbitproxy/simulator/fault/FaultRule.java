package io.github.fitbitproxy.simulator.fault;

import org.jspecify.annotations.Nullable;

/**
 * One fault switched on.
 *
 * @param path hit are the paths that begin with it; the wearer is written as {@code -}
 * @param wearer encoded id, or null for everybody
 * @param times how often, or null for until it is switched off
 * @param delayMillis for {@link Fault#SLOW}
 * @param seconds for {@link Fault#CLOCK_OFF}: how far ahead; negative for behind
 * @param scope for {@link Fault#FEWER_SCOPES}: part of the names that go missing; otherwise empty
 */
public record FaultRule(
        String path,
        Fault fault,
        @Nullable String wearer,
        @Nullable Integer times,
        long delayMillis,
        long seconds,
        String scope) {

    /** Hits every call to those paths until it is switched off. */
    public static FaultRule on(String path, Fault fault) {
        return new FaultRule(path, fault, null, null, 1000, 3600, "");
    }

    public FaultRule times(int count) {
        return new FaultRule(path, fault, wearer, count, delayMillis, seconds, scope);
    }

    public FaultRule forWearer(String encodedId) {
        return new FaultRule(path, fault, encodedId, times, delayMillis, seconds, scope);
    }

    public FaultRule delayedBy(long millis) {
        return new FaultRule(path, fault, wearer, times, millis, seconds, scope);
    }

    public FaultRule aheadBy(long clockSeconds) {
        return new FaultRule(path, fault, wearer, times, delayMillis, clockSeconds, scope);
    }

    public FaultRule without(String partOfScope) {
        return new FaultRule(path, fault, wearer, times, delayMillis, seconds, partOfScope);
    }

    boolean hits(String called, @Nullable String caller) {
        return called.startsWith(path) && (wearer == null || wearer.equals(caller));
    }
}
