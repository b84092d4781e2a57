package io.github.fitbitproxy.store;

import static io.github.fitbitproxy.store.Days.MARCH_10;
import static io.github.fitbitproxy.store.Days.NOON;

import io.github.fitbitproxy.oauth.SealedStore;
import io.github.fitbitproxy.upstream.RawDay;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A process that writes until it is killed, and says on stdout what each write that returned has promised. */
final class KilledWriter {

    static final int DAYS_A_STEP = 5;

    private KilledWriter() {}

    public static void main(String[] args) {
        TestDatabase database = args[0].startsWith("jdbc:")
                ? TestDatabase.postgresql(args[0])
                : TestDatabase.sqlite(Path.of(args[0]), Map.of());
        SqlDayStore days = new SqlDayStore(database.database());
        SealedStore sealed = new SqlSealedStore(database.database());
        long step = Long.parseLong(args[1]);
        while (true) {
            step++;
            days.save(day(0, step));
            System.out.println("day " + step);
            days.saveAll(daysOf(step));
            System.out.println("days " + step);
            if (sealed.compareAndReplace("grant", "me", step - 1, content(step), NOON)
                    .isEmpty()) {
                throw new IllegalStateException("somebody else writes");
            }
            System.out.println("sealed " + step);
        }
    }

    static List<RawDay> daysOf(long step) {
        return IntStream.rangeClosed(1, DAYS_A_STEP).mapToObj(i -> day(i, step)).toList();
    }

    private static RawDay day(int day, long step) {
        Instant fetchedAt = NOON.plusSeconds(step);
        return Days.day(MARCH_10.plusDays(day), fetchedAt, new String(content(step), StandardCharsets.UTF_8));
    }

    /** Several pages long and different at each step, so that half of one and half of another would show. */
    static byte[] content(long step) {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            content.append(step)
                    .append(' ')
                    .append(Long.toHexString(step * 0x9E3779B97F4A7C15L + i))
                    .append('\n');
        }
        return content.toString().getBytes(StandardCharsets.UTF_8);
    }
}
