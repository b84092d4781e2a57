package io.github.fitbitproxy.simulator.google;

/** What can be asked of a data type; {@code word} is how the vendor spells it in errors. */
enum Action {
    LIST("list"),
    GET("get"),
    RECONCILE("reconcile"),
    ROLL_UP("rollup"),
    DAILY_ROLL_UP("dailyRollup");

    final String word;

    Action(String word) {
        this.word = word;
    }

    /** As a sentence begins. */
    String title() {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
