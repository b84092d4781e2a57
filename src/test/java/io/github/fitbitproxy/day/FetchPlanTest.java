package io.github.fitbitproxy.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fitbitproxy.model.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FetchPlanTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final ToIntFunction<DateRange> ONE_CALL = range -> 1;
    private static final ToIntFunction<DateRange> A_CALL_A_DAY = range -> (int) range.days();

    @Property
    void coversEveryWantedDayWithoutOverlapNewestFirst(
            @ForAll @Size(max = 120) Set<@IntRange(max = 700) Integer> days,
            @ForAll @IntRange(min = 1, max = 120) int longest) {
        SortedSet<LocalDate> wanted = wanted(days);
        for (ToIntFunction<DateRange> calls : List.of(ONE_CALL, A_CALL_A_DAY, FetchPlanTest::seriesCalls)) {
            List<DateRange> pieces = FetchPlan.pieces(wanted, longest, calls);
            assertThat(wanted)
                    .allMatch(date -> pieces.stream()
                                    .filter(piece -> piece.contains(date))
                                    .count()
                            == 1);
            assertThat(pieces).allMatch(piece -> piece.days() <= longest);
            for (int i = 1; i < pieces.size(); i++) {
                assertThat(pieces.get(i).to()).isBefore(pieces.get(i - 1).from());
            }
            // Neither end asks for a day that nobody wants.
            assertThat(pieces).allMatch(piece -> wanted.contains(piece.from()) && wanted.contains(piece.to()));
        }
    }

    @Property
    void needsAsFewPiecesAsCanBeWhereEachCostsOneCall(
            @ForAll @Size(max = 120) Set<@IntRange(max = 700) Integer> days,
            @ForAll @IntRange(min = 1, max = 120) int longest) {
        SortedSet<LocalDate> wanted = wanted(days);
        // Each piece must end at a day that no newer piece of full length could have held.
        int fewest = 0;
        SortedSet<LocalDate> left = new TreeSet<>(wanted);
        while (!left.isEmpty()) {
            left = left.headSet(left.last().minusDays(longest - 1L));
            fewest++;
        }
        assertThat(FetchPlan.pieces(wanted, longest, ONE_CALL)).hasSize(fewest);
    }

    @Property
    void cutsContiguousDaysIntoAsFewPiecesAsCanBe(
            @ForAll @IntRange(min = 1, max = 800) int days, @ForAll @IntRange(min = 1, max = 120) int longest) {
        SortedSet<LocalDate> wanted =
                new DateRange(START, START.plusDays(days - 1L)).stream().collect(Collectors.toCollection(TreeSet::new));
        for (ToIntFunction<DateRange> calls : List.of(ONE_CALL, A_CALL_A_DAY, FetchPlanTest::seriesCalls)) {
            assertThat(FetchPlan.pieces(wanted, longest, calls)).hasSize((days + longest - 1) / longest);
        }
    }

    @Property
    void asksForNothingTwiceOverWhereADayIsACall(
            @ForAll @Size(max = 60) Set<@IntRange(max = 200) Integer> days,
            @ForAll @IntRange(min = 1, max = 60) int longest) {
        long asked = FetchPlan.pieces(wanted(days), longest, A_CALL_A_DAY).stream()
                .mapToLong(DateRange::days)
                .sum();
        assertThat(asked).isEqualTo(days.size());
    }

    @Test
    void bridgesAGapOnlyWhereThatIsNoDearer() {
        SortedSet<LocalDate> twoDays = wanted(Set.of(0, 2));
        assertThat(FetchPlan.pieces(twoDays, 30, ONE_CALL)).containsExactly(range(0, 2));
        assertThat(FetchPlan.pieces(twoDays, 30, FetchPlanTest::seriesCalls)).containsExactly(range(2, 2), range(0, 0));
        SortedSet<LocalDate> twoWeeks = new TreeSet<>();
        range(0, 8).stream().forEach(twoWeeks::add);
        range(10, 18).stream().forEach(twoWeeks::add);
        assertThat(FetchPlan.pieces(twoWeeks, 365, FetchPlanTest::seriesCalls)).containsExactly(range(0, 18));
    }

    @Test
    void wantsNothingForNothing() {
        assertThat(FetchPlan.pieces(new TreeSet<>(), 10, ONE_CALL)).isEmpty();
    }

    private static int seriesCalls(DateRange range) {
        return (int) Math.min(range.days(), 12 + range.days() / 30);
    }

    private static DateRange range(int from, int to) {
        return new DateRange(START.plusDays(from), START.plusDays(to));
    }

    private static SortedSet<LocalDate> wanted(Set<Integer> days) {
        return days.stream().map(START::plusDays).collect(Collectors.toCollection(TreeSet::new));
    }
}
