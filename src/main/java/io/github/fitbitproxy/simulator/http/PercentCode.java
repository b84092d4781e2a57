package io.github.fitbitproxy.simulator.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Percent-encoding as OAuth wants it (RFC 5849 §3.6), and the decoding of forms and queries (§3.4.1.3.1). */
public final class PercentCode {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String HEX = "0123456789ABCDEF";

    private PercentCode() {}

    /** Encodes every byte of the UTF-8 text but letters, digits, {@code -}, {@code .}, {@code _} and {@code ~}. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each > 0 && UNRESERVED.indexOf(each) >= 0) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(HEX.charAt(each >> 4 & 15)).append(HEX.charAt(each & 15));
            }
        }
        return encoded.toString();
    }

    /**
     * Undoes {@link #encode}; a plus stays a plus.
     *
     * @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits
     */
    public static String decode(String text) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new IllegalArgumentException("A percent sign is not followed by two hexadecimal digits");
            }
            decoded.write(high << 4 | low);
            i += 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    /**
     * The pairs of a query or of an {@code application/x-www-form-urlencoded} body, in their order; a plus is a space.
     *
     * @throws IllegalArgumentException as {@link #decode} does
     */
    public static List<Parameter> parseForm(String form) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : form.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.add(new Parameter(decode(name.replace('+', ' ')), decode(value.replace('+', ' '))));
            }
        }
        return parameters;
    }
}
