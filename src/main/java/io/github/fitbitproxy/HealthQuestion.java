package io.github.fitbitproxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Asks the service on this machine whether it is ready. A plain socket: an HTTP client takes longer to load than to ask. */
final class HealthQuestion {

    private static final int TIMEOUT_MILLIS = 5000;

    private static final byte[] REQUEST = "GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private static final String READY = "HTTP/1.1 200";

    private HealthQuestion() {}

    /** @param environment where {@code QUARKUS_HTTP_PORT} may name another port than 8080 */
    static boolean ask(Map<String, String> environment) {
        int port = Integer.parseInt(environment.getOrDefault("QUARKUS_HTTP_PORT", "8080"));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(REQUEST);
            byte[] status = socket.getInputStream().readNBytes(READY.length());
            return READY.equals(new String(status, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return false;
        }
    }
}
