package io.github.fitbitproxy.upstream;

/** Carries an {@link UpstreamFailure}. The message is safe to log: no secret and no health value stands in it. */
public final class UpstreamException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient UpstreamFailure failure;

    public UpstreamException(UpstreamFailure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    public UpstreamException(UpstreamFailure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    public UpstreamFailure failure() {
        return failure;
    }
}
