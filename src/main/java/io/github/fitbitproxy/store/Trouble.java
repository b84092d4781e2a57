package io.github.fitbitproxy.store;

import java.sql.SQLException;

/** What can go wrong with a database, in words for the person who runs it. */
enum Trouble {
    FULL("The disk that holds %s is full. What is stored can be read; nothing new is kept until there is space again."),
    READ_ONLY("%s can only be read, not written. Make it, its directory and its file system writable again."),
    NO_ACCESS("This program may not use %s. Give it and its directory to the user that runs the program."),
    BUSY("%s is busy. If it stays so, look for another program that uses it."),
    DISK("The disk reports errors, or has no space, when using %s. Look at the system's log."),
    DAMAGED("%s is damaged. Restart the program: a damaged file is set aside then, never overwritten."),
    UNREACHABLE("%s does not answer. Check that the database runs and that store.url is right."),
    NOT_ADMITTED("%s does not let this program in. Check store.url, store.username and store.password."),
    UNKNOWN("%s failed in a way that this program does not know. Look at the details in the log.");

    private final String sentence;

    Trouble(String sentence) {
        this.sentence = sentence;
    }

    /** Reads the innermost SQL exception, which is the one that the database itself gave. */
    static Trouble of(Throwable exception, Dialect dialect) {
        Trouble trouble = UNKNOWN;
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                trouble = dialect.trouble(sql);
            }
        }
        return trouble;
    }

    /** @param place the file, or the server without the password */
    String sentence(String place) {
        return String.format(sentence, place);
    }
}
