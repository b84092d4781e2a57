package io.github.fitbitproxy.simulator.google;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A filter that was understood.
 *
 * @param alternatives in every list one must hold: {@code OR} binds more tightly than {@code AND} (AIP-160)
 */
record Filter(List<List<Restriction>> alternatives) {

    static final Filter NONE = new Filter(List.of());

    boolean holds(Point point) {
        return alternatives.stream()
                .allMatch(either -> either.stream().anyMatch(restriction -> restriction.holds(point)));
    }

    /** No point of an earlier day can pass; a day is kept for the difference between clocks. */
    LocalDate notBefore(LocalDate oldest) {
        return single().filter(Restriction::lower)
                .map(restriction -> restriction.day().minusDays(2))
                .filter(day -> day.isAfter(oldest))
                .max(LocalDate::compareTo)
                .orElse(oldest);
    }

    /** No point of a later day can pass. */
    LocalDate notAfter(LocalDate newest) {
        return single().filter(restriction -> !restriction.lower())
                .map(restriction -> restriction.day().plusDays(2))
                .filter(day -> day.isBefore(newest))
                .min(LocalDate::compareTo)
                .orElse(newest);
    }

    private Stream<Restriction> single() {
        return alternatives.stream().filter(either -> either.size() == 1).map(either -> either.get(0));
    }
}
