package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.Day;

/** Turns a day into the bytes of its public JSON. Pure and safe for any number of threads. */
public interface AnswerWriter {

    byte[] write(Day<?> day);
}
