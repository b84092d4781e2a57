package io.github.fitbitproxy.budget;

/** What a call is for: people come before what runs by itself. */
public enum Purpose {
    /** Somebody waits for the answer. */
    INTERACTIVE,
    /** It keeps recent days warm; leaves the reserve to people. */
    BACKGROUND,
    /** It fetches history, for which there is time: leaves a third of all calls to people and to recent days. */
    BACKFILL
}
