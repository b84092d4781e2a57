package io.github.fitbitproxy.upstream.takeout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of account exports that tells days, or a series of such files. They are known by their names alone: folders differ
 * from one generation of exports to the next, and are translated. Each kind of data names those that it is made of.
 */
final class ExportFile {

    /** The daily summaries of the heart have a day in parentheses: {@code 2024-03-(2)}. */
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d\\d)-\\(?(\\d{1,2})\\)?");

    private static final int DAYS_OF_A_MONTH = 31;
    private static final int DAYS_OF_A_YEAR = 366;

    /** How a row says to which day it belongs. */
    enum Clock {
        /** {@code dateTime} in UTC. */
        UTC,
        /** {@code startTime} in UTC. */
        UTC_START,
        /** {@code dateTime} is the wearer's own date. */
        LOCAL_DAY,
        /** {@code date} is the wearer's own date. */
        DATE,
        /** {@code value.date}; without one the row is a filler. */
        DATE_IN_VALUE,
        /** A sleep log, which bears its date. */
        SLEEP,
        /** A table whose lines begin with the wearer's own date. */
        CSV(true),
        /** A table whose lines begin with a moment in UTC. */
        CSV_UTC(true),
        /** A table whose lines tell by the wearer's clock when a sleep ended: {@code sleep_end}. */
        CSV_SLEEP_END(true);

        private final boolean table;

        Clock() {
            this(false);
        }

        Clock(boolean table) {
            this.table = table;
        }

        /** Whether the file is a header and lines, and not JSON. */
        boolean isTable() {
            return table;
        }
    }

    private final Pattern name;
    private final Clock clock;
    private final int mostDays;

    private ExportFile(Pattern name, Clock clock, int mostDays) {
        this.name = name;
        this.clock = clock;
        this.mostDays = mostDays;
    }

    /** {@code <series>-YYYY-MM-DD.json}. */
    static ExportFile json(String series, Clock clock) {
        return named(series + "-\\d{4}-\\d\\d-\\d\\d\\.json", clock);
    }

    /** {@code <title> - <dates>.csv}. */
    static ExportFile titled(String title, Clock clock) {
        return named(title + " - [-\\d() ]+\\.csv", clock);
    }

    /** A table of the newer exports' {@code …_GoogleData} folders, for all time or a month: {@code <type>[_YYYY-MM-DD].csv}. */
    static ExportFile googleTable(String type, Clock clock) {
        return named(type + "(_\\d{4}-\\d\\d-\\d\\d)?\\.csv", clock);
    }

    /** @param name a regular expression */
    static ExportFile named(String name, Clock clock) {
        return new ExportFile(Pattern.compile(name), clock, DAYS_OF_A_MONTH);
    }

    /** The same, but in files of a year each, not of a month at most. */
    ExportFile yearly() {
        return new ExportFile(name, clock, DAYS_OF_A_YEAR);
    }

    /** How many days one of its files tells of at most, from that in its name on. */
    int mostDays() {
        return mostDays;
    }

    Clock clock() {
        return clock;
    }

    /** Whether a file of that name is one of these. */
    boolean isNamed(String file) {
        return name.matcher(file).matches();
    }

    /** Whether it may have rows for days that nothing was recorded of, even for such as were yet to come. */
    boolean hasFillers() {
        return clock == Clock.LOCAL_DAY || clock == Clock.DATE_IN_VALUE;
    }

    /** The date in a file's name; {@code null} for files that bear none and may tell of any day. */
    static @Nullable LocalDate date(String file) {
        Matcher date = DATE.matcher(file);
        try {
            return date.find()
                    ? LocalDate.of(number(date.group(1)), number(date.group(2)), number(date.group(3)))
                    : null;
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    @Override
    public String toString() {
        return name.pattern();
    }
}
