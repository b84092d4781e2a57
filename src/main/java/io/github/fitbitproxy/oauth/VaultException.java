package io.github.fitbitproxy.oauth;

/** Something sealed cannot be opened. The message says in lay words which key was tried and what to do. */
public final class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    VaultException(String message) {
        super(message);
        this.reason = message;
    }

    public String reason() {
        return reason;
    }
}
