package io.github.fitbitproxy.support;

import static org.junit.jupiter.api.Assumptions.abort;

/** Leaves a test out where this machine lacks something that it needs, and says so. The only way to do that. */
public final class Skip {

    private Skip() {}

    /**
     * Goes on if the condition holds. Otherwise prints a line that begins with {@code SKIPPED} and ends the test as skipped.
     *
     * @param lacking what is not there, such as "nginx is not installed"
     */
    public static void unless(boolean condition, String lacking) {
        if (condition) {
            return;
        }
        String test = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().matches(".*(Test|IT)"))
                        .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
                        .findFirst()
                        .orElse("a test"));
        System.out.println("SKIPPED: " + test + ", because " + lacking);
        abort(lacking);
    }
}
