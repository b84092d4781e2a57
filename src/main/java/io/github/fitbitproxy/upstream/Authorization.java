package io.github.fitbitproxy.upstream;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts the {@code Authorization} header on calls. One rest client serves everybody, so whose call it is has to be told beside
 * it: blocking calls run through the filters on the caller's own thread.
 */
final class Authorization implements ClientRequestFilter {

    private final ThreadLocal<@Nullable Header> current = new ThreadLocal<>();

    /** Makes the value of the header for one request. */
    interface Header {
        String value(ClientRequestContext request);
    }

    /** Makes a call on this thread with that header. */
    <T> T with(Header header, Supplier<T> call) {
        current.set(header);
        try {
            return call.get();
        } finally {
            current.remove();
        }
    }

    @Override
    public void filter(ClientRequestContext request) {
        Header header = Objects.requireNonNull(current.get(), "a call in nobody's name");
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, header.value(request));
    }
}
