package io.github.fitbitproxy.day;

import java.time.LocalDate;

/** Why a question cannot be answered at all, whatever the cloud does. */
public sealed interface Refusal {

    /** Nobody of that name is known here. */
    record UnknownPerson(String name) implements Refusal {}

    /** The day lies in the wearer's future. */
    record FutureDate(LocalDate date, LocalDate today) implements Refusal {}

    /** The ends of a range do not make one that is answered. */
    record BadRange(Fault fault) implements Refusal {

        /** What is wrong with it. */
        public enum Fault {
            /** It begins after its end. */
            BACKWARDS,
            /** It has more days than are answered at once. */
            TOO_LONG
        }
    }

    /** Nothing is stored, and the client wants nothing but what is stored (RFC 9111 §5.2.1.7). */
    record NotStored() implements Refusal {}

    /** Carries a {@link Refusal}. */
    final class RefusalException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Refusal refusal;

        public RefusalException(Refusal refusal) {
            super(refusal.toString(), null, false, false);
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }
}
