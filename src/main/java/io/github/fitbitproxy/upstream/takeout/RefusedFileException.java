package io.github.fitbitproxy.upstream.takeout;

/** A file of an archive that is passed over. The reason is a sentence for a lay person, without any of its content. */
final class RefusedFileException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    RefusedFileException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
