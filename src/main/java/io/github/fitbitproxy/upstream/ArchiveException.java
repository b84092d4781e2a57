package io.github.fitbitproxy.upstream;

/** An archive that cannot be imported. The reason is a sentence for a lay person, without any content of the archive. */
public final class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    public ArchiveException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public ArchiveException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
