package io.github.fitbitproxy.api;

import io.github.fitbitproxy.cache.RequestDirectives;
import io.github.fitbitproxy.day.DayWord;
import io.github.fitbitproxy.day.RangeReader;
import io.github.fitbitproxy.day.RangeReading;
import io.github.fitbitproxy.day.RangeVisitor;
import io.github.fitbitproxy.day.Refusal.RefusalException;
import io.github.fitbitproxy.model.DataKind;
import io.github.fitbitproxy.upstream.UpstreamException;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers a request for a range of any kind, as JSON or CSV, written while it is read. Blocks. */
@ApplicationScoped
class RangeResponses {

    private static final Logger LOG = Logger.getLogger(RangeResponses.class);

    static final String CSV = "text/csv";

    /** RFC 4180 §3. */
    private static final MediaType CSV_WITH_HEADER =
            new MediaType("text", "csv", Map.of("charset", "UTF-8", "header", "present"));

    private final RangeReader reader;
    private final JsonAnswerWriter writer;
    private final Clock clock;

    RangeResponses(RangeReader reader, JsonAnswerWriter writer, Clock clock) {
        this.reader = reader;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * @param connection what the answer goes out on
     */
    Response range(
            DataKind<?> kind,
            @Nullable String from,
            @Nullable String to,
            @Nullable String person,
            HttpHeaders request,
            HttpServerResponse connection) {
        Optional<DayWord> first = Optional.ofNullable(from).flatMap(DayWord::parse);
        Optional<DayWord> last = Optional.ofNullable(to).flatMap(DayWord::parse);
        if (first.isEmpty() || last.isEmpty()) {
            return Problems.badEnds().toResponse();
        }
        RequestDirectives directives = RequestDirectives.parse(request.getHeaderString(HttpHeaders.CACHE_CONTROL));
        try {
            RangeReading reading = reader.open(person, kind.name(), first.get(), last.get(), directives);
            return wantsCsv(request)
                    ? answer(
                            CSV_WITH_HEADER,
                            out -> tell(
                                    reading,
                                    new CsvRange(kind.columns(), writer::tree, new Listener(out, connection::closed))))
                    : answer(
                            MediaType.APPLICATION_JSON_TYPE,
                            out -> tell(
                                    reading,
                                    new JsonRange(writer, new Listener(out, connection::closed), clock.instant())));
        } catch (RefusalException e) {
            return Problems.of(e.refusal()).toResponse();
        } catch (UpstreamException e) {
            Instant now = clock.instant();
            return Problems.of(e.failure(), now).toResponse(now);
        }
    }

    /** Which of a range's days changed is not known before all are written, so there is no validator to compare. */
    private static Response answer(MediaType type, StreamingOutput body) {
        return Response.ok(body, type)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static void tell(RangeReading reading, RangeVisitor visitor) {
        try {
            reading.tell(visitor);
        } catch (HungUp e) {
            LOG.debug("A range was not told to its end: the client has closed the connection.");
        }
    }

    /** Whether the client likes CSV better than JSON; who does not say gets JSON. */
    private static boolean wantsCsv(HttpHeaders request) {
        for (MediaType acceptable : request.getAcceptableMediaTypes()) {
            if (acceptable.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (acceptable.isCompatible(CSV_WITH_HEADER)) {
                return true;
            }
        }
        return false;
    }
}
