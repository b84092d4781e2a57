package io.github.fitbitproxy.simulator.wearer;

/**
 * Chance that repeats itself: the same seed and topic give the same throws on every machine and Java version, which is
 * why this is written out (SplitMix64) and not left to a library.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Fresh dice for one matter; what other matters throw does not change them. */
    static Dice of(long seed, long wearer, long number, String topic) {
        return new Dice(mix(mix(mix(seed + GOLDEN_GAMMA) ^ wearer) ^ number) ^ mix(topic.hashCode()));
    }

    /** A whole number, both ends included. */
    int between(int least, int most) {
        return least + (int) Long.remainderUnsigned(next(), most - least + 1L);
    }

    /** A whole number around the centre, seldom far from it and never further than the spread. */
    int around(int centre, int spread) {
        return centre + (between(-spread, spread) + between(-spread, spread) + between(-spread, spread)) / 3;
    }

    boolean chance(double probability) {
        return (next() >>> 11) * 0x1.0p-53 < probability;
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long bits) {
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
