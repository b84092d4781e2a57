package io.github.fitbitproxy.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.simulator.http.Call;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a list of logs is asked for.
 *
 * @param address of the list, without a query
 * @param ascending from {@code date} on, or backwards from before it
 */
record LogListQuery(String address, LocalDate date, boolean ascending, int offset, int limit) {

    private static final int LONGEST_PAGE = 100;

    static LogListQuery parse(Call call, LocalDate today) throws RefusedCall {
        Optional<String> before = call.queryValue("beforeDate");
        Optional<String> after = call.queryValue("afterDate");
        if (before.isPresent() == after.isPresent()) {
            throw RefusedCall.validation("afterDate", "Either beforeDate or afterDate should be specified.");
        }
        String sort = after.isPresent() ? "asc" : "desc";
        if (!call.queryValue("sort").filter(sort::equals).isPresent()) {
            throw RefusedCall.validation("sort", "The sort order must be " + sort + ".");
        }
        String date = after.or(() -> before).orElseThrow().replaceFirst("T.*", "");
        return new LogListQuery(
                call.baseUri() + call.path(),
                Dates.parse(date, today),
                after.isPresent(),
                number(call, "offset", 0, Integer.MAX_VALUE / 2),
                number(call, "limit", 1, LONGEST_PAGE));
    }

    private static int number(Call call, String name, int least, int most) throws RefusedCall {
        String digits = call.queryValue(name).orElse("");
        if (digits.matches("\\d{1,9}")) {
            int number = Integer.parseInt(digits);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw RefusedCall.validation(name, "Invalid " + name + ": " + digits);
    }

    /** {@code next} is an absolute address, or empty on the last page. */
    ObjectNode pagination(boolean more) {
        String dateName = ascending ? "afterDate" : "beforeDate";
        String sort = ascending ? "asc" : "desc";
        String next = address + "?offset=" + (offset + limit) + "&limit=" + limit + "&sort=" + sort + "&" + dateName
                + "=" + date;
        return Json.object()
                .put(dateName, date.toString())
                .put("limit", limit)
                .put("next", more ? next : "")
                .put("offset", offset)
                .put("previous", "")
                .put("sort", sort);
    }
}
