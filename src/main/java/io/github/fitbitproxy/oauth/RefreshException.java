package io.github.fitbitproxy.oauth;

import java.util.Objects;

/** There is no good access token to be had. */
public final class RefreshException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient RefreshFailure failure;

    public RefreshException(RefreshFailure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    public RefreshFailure failure() {
        return Objects.requireNonNull(failure);
    }
}
