package io.github.fitbitproxy.simulator.wearer;

/**
 * One exercise of a day.
 *
 * @param startMinute minutes after midnight on the wearer's clock
 * @param distanceKilometres 0 if nobody measured one
 */
public record Workout(
        long id, Sport sport, int startMinute, int minutes, int steps, double distanceKilometres, int calories) {

    public int endMinute() {
        return startMinute + minutes;
    }

    /** Beats per minute; what only a device with a heart rate sensor knows. */
    public int averageHeartRate() {
        return (sport == Sport.RUN ? 142 : 101) + (int) (id % 11);
    }

    /** What the wearers do. Bike rides and swims come from another app, not from the device. */
    public enum Sport {
        RUN("Run", 90009, 155, true),
        WALK("Walk", 90013, 105, true),
        BIKE("Bike", 90001, 0, false),
        SWIM("Swimming", 90024, 0, false);

        public final String title;
        public final int activityId;
        final int stepsPerMinute;
        public final boolean tracked;

        Sport(String title, int activityId, int stepsPerMinute, boolean tracked) {
            this.title = title;
            this.activityId = activityId;
            this.stepsPerMinute = stepsPerMinute;
            this.tracked = tracked;
        }
    }
}
