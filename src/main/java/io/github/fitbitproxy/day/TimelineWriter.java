package io.github.fitbitproxy.day;

import io.github.fitbitproxy.model.SleepTimeline;

/** Turns the course of a night into the bytes of its public JSON. Pure and safe for any number of threads. */
public interface TimelineWriter {

    byte[] write(SleepTimeline timeline);
}
