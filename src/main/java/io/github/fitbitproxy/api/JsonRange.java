package io.github.fitbitproxy.api;

import io.github.fitbitproxy.day.Absence;
import io.github.fitbitproxy.day.AnswerWriter;
import io.github.fitbitproxy.day.RangeVisitor;
import io.github.fitbitproxy.model.DateRange;
import io.github.fitbitproxy.model.Day;
import java.time.Instant;
import java.time.LocalDate;

/** Writes a range as {@code {"from":…,"to":…,"days":[…],"missing":[…]}}, day by day; the missing ones are few bytes. */
final class JsonRange implements RangeVisitor {

    private final AnswerWriter writer;
    private final Listener listener;
    private final Instant now;
    private final StringBuilder missing = new StringBuilder();
    private boolean first = true;

    JsonRange(AnswerWriter writer, Listener listener, Instant now) {
        this.writer = writer;
        this.listener = listener;
        this.now = now;
    }

    @Override
    public void begin(DateRange range) {
        listener.write("{\"from\":\"" + range.from() + "\",\"to\":\"" + range.to() + "\",\"days\":[");
        listener.flush();
    }

    @Override
    public void waiting() {
        listener.stay();
    }

    @Override
    public void day(Day<?> day) {
        if (!first) {
            listener.write(",");
        }
        first = false;
        byte[] json = writer.write(day);
        int length = json.length;
        while (json[length - 1] == '\n') {
            length--;
        }
        listener.write(json, length);
    }

    @Override
    public void missing(LocalDate date, Absence why) {
        missing.append(missing.isEmpty() ? "" : ",")
                .append("{\"date\":\"")
                .append(date)
                .append("\",\"reason\":\"")
                .append(Problems.word(why, now))
                .append("\"}");
    }

    @Override
    public void end() {
        listener.write("],\"missing\":[" + missing + "]}\n");
    }
}
