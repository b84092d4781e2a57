package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.Day;
import io.github.fitbitproxy.model.SleepTimeline;

/** Turns what is answered into the bytes of its public JSON. Pure and safe for any number of threads. */
public interface AnswerWriter {

    byte[] write(Day<?> day);

    byte[] write(SleepTimeline timeline);
}
