package io.github.fitbitproxy.sleep.analysis;

import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Stages;
import io.github.fitbitproxy.sleep.Level;
import io.github.fitbitproxy.sleep.Segment;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Nights for tests. Times without offset are UTC. */
final class TestNights {

    /** A Monday. */
    static final LocalDate MONDAY = LocalDate.parse("2026-06-01");

    private static final Map<Character, Level> LEVELS = Map.of(
            'D',
            Level.DEEP,
            'L',
            Level.LIGHT,
            'R',
            Level.REM,
            'W',
            Level.WAKE,
            'a',
            Level.ASLEEP,
            'r',
            Level.RESTLESS,
            'w',
            Level.AWAKE);

    private TestNights() {}

    /** A main sleep without a course, all of it asleep. */
    static Episode main(String start, String end) {
        return episode(moment(start), moment(end), true);
    }

    static Episode main(OffsetDateTime start, int minutes) {
        return episode(start, start.plusMinutes(minutes), true);
    }

    static Episode nap(String start, String end) {
        return episode(moment(start), moment(end), false);
    }

    /** A main sleep with a course such as {@code W10 L30 R20}, in minutes; lower case letters are classic levels. */
    static Episode course(String start, String course) {
        OffsetDateTime first = moment(start);
        OffsetDateTime next = first;
        List<Segment> segments = new ArrayList<>();
        for (String word : course.split(" ")) {
            Segment segment = new Segment(LEVELS.get(word.charAt(0)), next, 60 * Long.parseLong(word.substring(1)));
            segments.add(segment);
            next = next.plusSeconds(segment.seconds());
        }
        boolean stages = segments.get(0).level().type() == Level.DEEP.type();
        int deep = minutes(segments, Level.DEEP);
        int light = minutes(segments, Level.LIGHT);
        int rem = minutes(segments, Level.REM);
        return new Episode(
                first,
                next,
                true,
                false,
                deep + light + rem + minutes(segments, Level.ASLEEP),
                (int) Duration.between(first, next).toMinutes(),
                stages ? new Stages(deep, light, rem, minutes(segments, Level.WAKE)) : null,
                segments);
    }

    private static int minutes(List<Segment> segments, Level level) {
        return segments.stream()
                .filter(segment -> segment.level() == level)
                .mapToInt(segment -> (int) segment.seconds() / 60)
                .sum();
    }

    private static Episode episode(OffsetDateTime start, OffsetDateTime end, boolean main) {
        int minutes = (int) Duration.between(start, end).toMinutes();
        return new Episode(start, end, main, !main, minutes, minutes, null, List.of());
    }

    /** A main sleep of which only its minutes matter. */
    static Episode lasting(LocalDate date, @Nullable Integer minutesAsleep, @Nullable Integer minutesInBed) {
        OffsetDateTime start = date.minusDays(1).atTime(23, 0).atOffset(ZoneOffset.UTC);
        return new Episode(start, start.plusHours(8), true, false, minutesAsleep, minutesInBed, null, List.of());
    }

    /** Nights on successive days from {@link #MONDAY}, asleep for so many minutes; {@code null} leaves a day out. */
    static Nights asleep(@Nullable Integer... minutes) {
        List<RecordedDay> days = new ArrayList<>();
        for (int i = 0; i < minutes.length; i++) {
            if (minutes[i] != null) {
                LocalDate date = MONDAY.plusDays(i);
                days.add(new RecordedDay(date, List.of(lasting(date, minutes[i], minutes[i]))));
            }
        }
        return new Nights(new DateRange(MONDAY, MONDAY.plusDays(minutes.length - 1)), days);
    }

    /** Main sleeps on successive days from {@link #MONDAY}, whatever their own dates say. */
    static Nights successive(Episode... sleeps) {
        return new Nights(
                new DateRange(MONDAY, MONDAY.plusDays(sleeps.length - 1)),
                IntStream.range(0, sleeps.length)
                        .mapToObj(i -> new RecordedDay(MONDAY.plusDays(i), List.of(sleeps[i])))
                        .toList());
    }

    /** Nights from {@link #MONDAY} on, each from and to a time of day written {@code 23:00-07:00}; {@code -} is missing. */
    static Nights times(String... spans) {
        List<RecordedDay> days = new ArrayList<>();
        for (int i = 0; i < spans.length; i++) {
            if (!spans[i].equals("-")) {
                LocalDate date = MONDAY.plusDays(i);
                days.add(new RecordedDay(date, List.of(span(date, spans[i]))));
            }
        }
        return new Nights(new DateRange(MONDAY, MONDAY.plusDays(spans.length - 1)), days);
    }

    /** Times from noon on lie on the evening before the date. */
    static Episode span(LocalDate date, String span) {
        String[] times = span.split("-");
        return main(onNightOf(date, times[0]), onNightOf(date, times[1]));
    }

    private static String onNightOf(LocalDate date, String time) {
        LocalDate day = time.compareTo("12:00") >= 0 ? date.minusDays(1) : date;
        return day + "T" + time + ":00Z";
    }

    static Nights with(Nights nights, RecordedDay... others) {
        List<RecordedDay> days = new ArrayList<>(nights.days());
        for (RecordedDay other : others) {
            days.removeIf(day -> day.date().equals(other.date()));
            days.add(other);
        }
        return new Nights(nights.range(), days);
    }

    static RecordedDay day(LocalDate date, Episode... episodes) {
        return new RecordedDay(date, Arrays.asList(episodes));
    }

    private static OffsetDateTime moment(String text) {
        return OffsetDateTime.parse(text.length() <= 16 ? text + ":00Z" : text);
    }
}
