package io.github.fitbitproxy.upstream.googlehealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.LenientJson;
import io.github.fitbitproxy.upstream.UpstreamException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Asks for the points of a type. */
@ApplicationScoped
class DataPointCalls {

    /** In how many pieces to ask for a page that took the cloud too long. */
    private static final int PIECES_A_PAGE = 5;

    private final GoogleHealthClient client;

    DataPointCalls(GoogleHealthClient client) {
        this.client = client;
    }

    /**
     * What is told of each day of a range.
     *
     * @param range no longer than {@link DataType#longestDays}
     * @throws UpstreamException if a call fails or an answer is not a whole JSON object, or without a call if the person's
     *     consent is known to leave the type out
     */
    SortedMap<LocalDate, byte[]> days(Person person, DataType type, DateRange range) throws UpstreamException {
        if (!mayAsk(person, type)) {
            throw new UpstreamException(GoogleHealthReply.NOT_GRANTED);
        }
        List<byte[]> pages = type.method() == DataType.Method.DAILY_ROLL_UP
                ? List.of(client.call(person, api -> api.dailyRollUp(type.path(), rollUpOf(range))))
                : pages(person, type, filter(type, range));
        return DataPoints.days(pages, type, range);
    }

    /** Whether points of that type may be asked for: they may unless the person's consent is known to leave them out. */
    boolean mayAsk(Person person, DataType type) {
        return client.mayAsk(person, type);
    }

    /** All pages. If one of them takes the cloud too long, all again, and smaller: a token holds for pages of one size. */
    private List<byte[]> pages(Person person, DataType type, String filter) {
        int size = type.pagePoints();
        try {
            return Pages.all(token -> page(person, type, filter, size, token));
        } catch (UpstreamException e) {
            if (!e.failure().equals(GoogleHealthReply.TOO_SLOW)) {
                throw e;
            }
            return Pages.all(token -> page(person, type, filter, size / PIECES_A_PAGE, token));
        }
    }

    private byte[] page(Person person, DataType type, String filter, int size, @Nullable String token) {
        return client.page(
                person,
                api -> type.method() == DataType.Method.RECONCILE
                        ? api.reconcile(type.path(), filter, size, token)
                        : api.list(type.path(), filter, size, token));
    }

    /** Days are the wearer's own, so a day of sleep is the one on which it ended ("Filters"). */
    static String filter(DataType type, DateRange range) {
        String member = type.filterMember();
        return member + " >= \"" + range.from() + "\" AND " + member + " < \""
                + range.to().plusDays(1) + "\"";
    }

    /** The end is not part of the range. A page size is left out: it is refused where it does not fit the range exactly. */
    static String rollUpOf(DateRange range) {
        ObjectNode body = LenientJson.MAPPER.createObjectNode();
        ObjectNode asked = body.putObject("range");
        asked.putObject("start").set("date", date(range.from()));
        asked.putObject("end").set("date", date(range.to().plusDays(1)));
        return body.put("windowSizeDays", 1).toString();
    }

    private static ObjectNode date(LocalDate date) {
        return LenientJson.MAPPER
                .createObjectNode()
                .put("year", date.getYear())
                .put("month", date.getMonthValue())
                .put("day", date.getDayOfMonth());
    }
}
