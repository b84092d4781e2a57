package io.github.fitbitproxy.store;

import java.sql.SQLException;
import java.util.List;

/** Everything in which the two databases differ. */
enum Dialect {
    SQLITE("CAST(unixepoch('subsec') * 1000 AS INTEGER)", List.of("PRAGMA wal_checkpoint(TRUNCATE)")) {
        /** By result code, see "Result and Error Codes" of the SQLite documentation. */
        @Override
        Trouble trouble(SQLException exception) {
            return switch (exception.getErrorCode() & 0xff) {
                case 13 -> Trouble.FULL;
                case 8 -> Trouble.READ_ONLY;
                case 3, 14, 23 -> Trouble.NO_ACCESS;
                case 5, 6 -> Trouble.BUSY;
                case 10 -> Trouble.DISK;
                case 11, 26 -> Trouble.DAMAGED;
                default -> Trouble.UNKNOWN;
            };
        }
    },

    POSTGRESQL(
            "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)",
            List.of("VACUUM raw_day", "VACUUM note", "VACUUM backfill", "VACUUM budget", "VACUUM sealed")) {
        /** By SQLSTATE, see appendix A of the PostgreSQL documentation. */
        @Override
        Trouble trouble(SQLException exception) {
            String state = exception.getSQLState() == null ? "" : exception.getSQLState();
            return switch (state) {
                case "53100" -> Trouble.FULL;
                case "25006" -> Trouble.READ_ONLY;
                case "42501" -> Trouble.NO_ACCESS;
                case "40001", "40P01", "53300", "55P03" -> Trouble.BUSY;
                case "58030" -> Trouble.DISK;
                case "XX001", "XX002" -> Trouble.DAMAGED;
                case "28000", "28P01", "3D000" -> Trouble.NOT_ADMITTED;
                // The pool has no SQLSTATE for a connection that does not come about in time.
                case "" -> Trouble.UNREACHABLE;
                default -> state.startsWith("08") || state.startsWith("57P") ? Trouble.UNREACHABLE : Trouble.UNKNOWN;
            };
        }
    };

    /** The database's own clock as SQL, milliseconds since 1970; told anew for each row it is asked for. */
    final String nowMillis;

    /** Removes what is left of deleted rows: SQLite overwrites them in the file by itself, but not in its log. */
    final List<String> scrub;

    Dialect(String nowMillis, List<String> scrub) {
        this.nowMillis = nowMillis;
        this.scrub = scrub;
    }

    /** What this one exception, without its causes, says went wrong. */
    abstract Trouble trouble(SQLException exception);
}
