package io.github.fitbitproxy.simulator.google;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * One bound of a filter.
 *
 * @param lower whether it is {@code >=}, and not {@code <}
 * @param bound the literal; civil times and dates are read as if they were UTC, to be compared among themselves only
 */
record Restriction(Member member, boolean lower, Instant bound) {

    /** What is compared. */
    enum Member {
        START(false),
        CIVIL_START(true),
        END(false),
        CIVIL_END(true),
        DATE(true);

        /** Whether it is told on the wearer's clock. */
        final boolean civil;

        Member(boolean civil) {
            this.civil = civil;
        }

        Instant of(Point point) {
            return switch (this) {
                case START -> point.start();
                case CIVIL_START -> point.civilStart().toInstant(ZoneOffset.UTC);
                case END -> point.end();
                case CIVIL_END -> point.civilEnd().toInstant(ZoneOffset.UTC);
                case DATE -> point.date().atStartOfDay().toInstant(ZoneOffset.UTC);
            };
        }
    }

    boolean holds(Point point) {
        return member.of(point).isBefore(bound) != lower;
    }

    LocalDate day() {
        return LocalDateTime.ofInstant(bound, ZoneOffset.UTC).toLocalDate();
    }
}
