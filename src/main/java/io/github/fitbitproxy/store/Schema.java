package io.github.fitbitproxy.store;

import java.util.Arrays;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** Brings a database's tables up to what this program knows. */
final class Schema {

    private Schema() {}

    /**
     * @param place names the database in messages
     * @throws IllegalStateException with a sentence for a lay person if that cannot be done
     */
    static void migrate(Flyway flyway, Dialect dialect, String place) {
        try {
            MigrationInfoService info = flyway.info();
            refuseNewer(info, place);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new IllegalStateException(sentence(e, dialect, place), e);
        }
    }

    private static String sentence(FlywayException exception, Dialect dialect, String place) {
        if (exception.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return place + " holds the tables of another program. Give this one a database of its own.";
        }
        Trouble trouble = Trouble.of(exception, dialect);
        return trouble == Trouble.UNKNOWN
                ? place + " cannot be brought up to date: " + firstLine(exception)
                : trouble.sentence(place);
    }

    private static void refuseNewer(MigrationInfoService info, String place) {
        MigrationVersion known = newest(info, false);
        MigrationVersion found = newest(info, true);
        if (found.compareTo(known) > 0) {
            throw new IllegalStateException(
                    place + " was written by a newer version of this program: it has schema version "
                            + found + ", and this program knows versions up to " + known
                            + ". Nothing was changed. Start the newer program, or use another proxy.data-dir or store.url.");
        }
    }

    private static MigrationVersion newest(MigrationInfoService info, boolean applied) {
        return Arrays.stream(info.all())
                .filter(one ->
                        applied ? one.getState().isApplied() : one.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
