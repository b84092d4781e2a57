package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.Person;
import java.util.List;
import java.util.Map;

/**
 * How far an import has come.
 *
 * @param files how many there are to read
 * @param filesUnused how many tell nothing that this service has a use for
 * @param refused the first of them, with reasons
 * @param days how many days of each kind were told
 * @param daysChanged how many of these were new or different from what was stored
 */
public record ImportReport(
        Person person,
        String upstream,
        int files,
        int filesRead,
        int filesUnused,
        int filesRefused,
        List<RefusedFile> refused,
        Map<String, Long> days,
        Map<String, Long> daysChanged) {

    /**
     * @param file its place in the archive
     * @param reason a sentence for a lay person
     */
    public record RefusedFile(String file, String reason) {}
}
