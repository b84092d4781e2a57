package io.github.fitbitproxy.sleep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HypnogramTest {

    private static final OffsetDateTime BEDTIME = OffsetDateTime.parse("2024-03-01T23:00:00+01:00");

    @Test
    void replacesTheSecondsThatAWakeCovers() {
        assertThat(Hypnogram.overlay(
                        List.of(segment(Level.LIGHT, 0, 600), segment(Level.DEEP, 600, 600)),
                        List.of(wake(540, 120), wake(900, 30))))
                .containsExactly(
                        segment(Level.LIGHT, 0, 540),
                        segment(Level.WAKE, 540, 120),
                        segment(Level.DEEP, 660, 240),
                        segment(Level.WAKE, 900, 30),
                        segment(Level.DEEP, 930, 270));
    }

    @Test
    void joinsAWakeWithTheWakeBesideIt() {
        assertThat(Hypnogram.overlay(
                        List.of(segment(Level.REM, 0, 300), segment(Level.WAKE, 300, 60)), List.of(wake(270, 60))))
                .containsExactly(segment(Level.REM, 0, 270), segment(Level.WAKE, 270, 90));
    }

    @Test
    void clipsWakesToTheSegments() {
        assertThat(Hypnogram.overlay(List.of(segment(Level.LIGHT, 0, 300)), List.of(wake(-60, 90), wake(280, 500))))
                .containsExactly(
                        segment(Level.WAKE, 0, 30), segment(Level.LIGHT, 30, 250), segment(Level.WAKE, 280, 20));
    }

    @Test
    void leavesGapsWhereThereWereGaps() {
        assertThat(Hypnogram.overlay(
                        List.of(segment(Level.LIGHT, 0, 60), segment(Level.LIGHT, 120, 60)), List.of(wake(30, 100))))
                .containsExactly(
                        segment(Level.LIGHT, 0, 30),
                        segment(Level.WAKE, 30, 30),
                        segment(Level.WAKE, 120, 10),
                        segment(Level.LIGHT, 130, 50));
    }

    @Test
    void givesASharedSecondToTheSegmentThatBeganEarlier() {
        assertThat(Hypnogram.overlay(List.of(segment(Level.DEEP, 30, 60), segment(Level.LIGHT, 0, 60)), List.of()))
                .containsExactly(segment(Level.LIGHT, 0, 60), segment(Level.DEEP, 60, 30));
    }

    @Test
    void callsAWakeByTheWordOfTheVocabulary() {
        assertThat(Hypnogram.overlay(List.of(segment(Level.ASLEEP, 0, 120)), List.of(wake(60, 60))))
                .containsExactly(segment(Level.ASLEEP, 0, 60), segment(Level.AWAKE, 60, 60));
    }

    @Property
    void neitherAddsNorLosesASecond(@ForAll("segments") List<Segment> night, @ForAll("wakes") List<ShortWake> wakes) {
        List<Segment> laid = Hypnogram.overlay(night, wakes);

        assertThat(total(laid)).isEqualTo(total(night));
        assertThat(laid.get(0).start()).isEqualTo(BEDTIME);
        for (int i = 1; i < laid.size(); i++) {
            assertThat(laid.get(i).from()).isEqualTo(laid.get(i - 1).to());
            assertThat(laid.get(i).level()).isNotEqualTo(laid.get(i - 1).level());
        }
    }

    @Property
    void tellsEachSecondAsAWakeOrAsTheSegmentDid(
            @ForAll("segments") List<Segment> night, @ForAll("wakes") List<ShortWake> wakes) {
        List<Segment> laid = Hypnogram.overlay(night, wakes);

        LongStream.range(night.get(0).from(), night.get(night.size() - 1).to())
                .filter(second -> second % 10 == 0)
                .forEach(second -> {
                    boolean woken = wakes.stream().anyMatch(wake -> wake.from() <= second && second < wake.to());
                    assertThat(levelAt(laid, second)).isEqualTo(woken ? Level.WAKE : levelAt(night, second));
                });
    }

    @Property
    void doesNotDependOnTheOrder(
            @ForAll("overlapping") List<Segment> night, @ForAll("wakes") List<ShortWake> wakes, @ForAll Random random) {
        List<Segment> shuffledNight = new ArrayList<>(night);
        List<ShortWake> shuffledWakes = new ArrayList<>(wakes);
        Collections.shuffle(shuffledNight, random);
        Collections.shuffle(shuffledWakes, random);

        List<Segment> laid = Hypnogram.overlay(night, wakes);

        assertThat(Hypnogram.overlay(shuffledNight, shuffledWakes)).isEqualTo(laid);
        assertThat(Hypnogram.overlay(laid, wakes)).isEqualTo(laid);
        for (int i = 1; i < laid.size(); i++) {
            assertThat(laid.get(i).from())
                    .isGreaterThanOrEqualTo(laid.get(i - 1).to());
        }
    }

    @Provide
    Arbitrary<List<Segment>> segments() {
        return Combinators.combine(stages(), Arbitraries.integers().between(1, 20))
                .as((level, units) -> segment(level, 0, units * 30L))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(HypnogramTest::contiguous);
    }

    @Provide
    Arbitrary<List<Segment>> overlapping() {
        return Combinators.combine(
                        stages(),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(1, 20))
                .as((level, start, units) -> segment(level, start * 30L, units * 30L))
                .list()
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<ShortWake>> wakes() {
        return Combinators.combine(
                        Arbitraries.integers().between(-20, 250),
                        Arbitraries.integers().between(0, 18))
                .as((start, length) -> wake(start * 10L, length * 10L))
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<Level> stages() {
        return Arbitraries.of(Level.DEEP, Level.LIGHT, Level.REM, Level.WAKE);
    }

    private static List<Segment> contiguous(List<Segment> segments) {
        List<Segment> placed = new ArrayList<>();
        long cursor = 0;
        for (Segment segment : segments) {
            placed.add(segment(segment.level(), cursor, segment.seconds()));
            cursor += segment.seconds();
        }
        return placed;
    }

    private static Level levelAt(List<Segment> segments, long second) {
        return segments.stream()
                .filter(segment -> segment.from() <= second && second < segment.to())
                .findFirst()
                .orElseThrow()
                .level();
    }

    private static long total(List<Segment> segments) {
        return segments.stream().mapToLong(Segment::seconds).sum();
    }

    private static Segment segment(Level level, long start, long seconds) {
        return new Segment(level, BEDTIME.plusSeconds(start), seconds);
    }

    private static ShortWake wake(long start, long seconds) {
        return new ShortWake(BEDTIME.plusSeconds(start), seconds);
    }
}
