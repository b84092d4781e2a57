package io.github.fitbitproxy.sleep.analysis;

import java.time.LocalDate;

/** A main sleep and the day on which it ended. */
record Night(LocalDate date, Episode sleep) {}
