package io.github.fitbitproxy.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** The client that an answer is written to, piece by piece; writing waits while the client is slow. */
final class Listener {

    private final OutputStream out;
    private final BooleanSupplier gone;

    /** @param gone whether the connection has been closed */
    Listener(OutputStream out, BooleanSupplier gone) {
        this.out = out;
        this.gone = gone;
    }

    /** @throws HungUp if nobody listens */
    void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, bytes.length);
    }

    /** @throws HungUp if nobody listens */
    void write(byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw new HungUp();
        }
    }

    /** Sends what is written so far. */
    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new HungUp();
        }
    }

    /** @throws HungUp if nobody listens */
    void stay() {
        if (gone.getAsBoolean()) {
            throw new HungUp();
        }
    }
}
