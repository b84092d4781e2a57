package io.github.fitbitproxy.simulator.wearer;

/** How somebody sleeps: the first four are stages, the last three classic. */
public enum Level {
    DEEP,
    LIGHT,
    REM,
    WAKE,
    ASLEEP,
    RESTLESS,
    AWAKE
}
