package io.github.fitbitproxy.logging;

import org.jspecify.annotations.Nullable;

/** Stands in for something thrown whose message, or that of a cause, held a secret. Only for being printed. */
final class RedactedThrowable extends Throwable {

    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 20;

    private final String text;

    RedactedThrowable(Throwable original) {
        this(original, 0);
    }

    private RedactedThrowable(Throwable original, int depth) {
        super(null, cause(original, depth), true, true);
        this.text = Redaction.of(original.toString());
        setStackTrace(original.getStackTrace());
        for (Throwable suppressed : original.getSuppressed()) {
            if (depth < DEEPEST) {
                addSuppressed(new RedactedThrowable(suppressed, depth + 1));
            }
        }
    }

    private static @Nullable Throwable cause(Throwable original, int depth) {
        Throwable cause = original.getCause();
        return cause == null || depth >= DEEPEST ? null : new RedactedThrowable(cause, depth + 1);
    }

    /** Whether a secret stands in its message or in that of anything it carries. */
    static boolean isNeededFor(Throwable thrown) {
        return isNeededFor(thrown, 0);
    }

    private static boolean isNeededFor(@Nullable Throwable thrown, int depth) {
        if (thrown == null || depth > DEEPEST) {
            return false;
        }
        String text = thrown.toString();
        if (Redaction.of(text) != text || isNeededFor(thrown.getCause(), depth + 1)) {
            return true;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (isNeededFor(suppressed, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
