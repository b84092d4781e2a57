package io.github.fitbitproxy.api;

/** Nobody listens to this answer any more. */
final class HungUp extends RuntimeException {

    private static final long serialVersionUID = 1;

    HungUp() {
        super("the client has closed the connection", null, false, false);
    }
}
