package io.github.fitbitproxy.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends requests that no client library would send. */
public final class RawHttp {

    private RawHttp() {}

    /**
     * The whole answer as text.
     *
     * @param lines the request line and the headers
     */
    public static String send(URI service, String... lines) {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
