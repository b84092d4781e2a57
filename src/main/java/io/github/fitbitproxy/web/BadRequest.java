package io.github.fitbitproxy.web;

/** A request that cannot be understood. The message says what to change, for whoever sent it. */
final class BadRequest extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    BadRequest(String message) {
        super(message);
        this.reason = message;
    }

    String reason() {
        return reason;
    }
}
