package io.github.fitbitproxy.oauth;

/** Carries a {@link ConnectingFailure}. The message is safe to log; there is no cause, because causes quote secrets. */
public final class ConnectingException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient ConnectingFailure failure;

    public ConnectingException(ConnectingFailure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    public ConnectingFailure failure() {
        return failure;
    }
}
