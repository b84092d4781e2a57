package io.github.fitbitproxy.simulator.wearer;

/**
 * Fifteen minutes on the wearer's clock. The four classes of minutes and the minutes in bed add up to 15; zone minutes
 * add up to at most 15.
 */
record QuarterHour(
        int sedentary,
        int light,
        int fairly,
        int very,
        int stepsLight,
        int stepsFairly,
        int stepsVery,
        int floors,
        int outOfRange,
        int fatBurn,
        int cardio,
        int peak) {

    static final int MINUTES = 15;
    static final int PER_DAY = 96;
}
