package io.github.fitbitproxy.store;

import io.github.fitbitproxy.cache.LeaseStore;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Leases in the table {@code lease}, measured on the database's clock.
 *
 * <ol>
 *   <li>Whoever inserts the row, or overwrites one that ran out, holds the lease: one statement decides.
 *   <li>Each row bears its owner's random token; renewing and giving back touch only a row with the own token.
 *   <li>A lease that has longer to run than twice its length was written before the clock was set back, and counts as
 *       run out: otherwise a board that once started with a date years ahead would never get it again.
 *   <li>Each acquisition adds one row at most and sweeps one that ran out long ago, so rows do not pile up.
 * </ol>
 */
final class SqlLeaseStore implements LeaseStore {

    private static final Logger LOG = Logger.getLogger(SqlLeaseStore.class);

    private static final long SWEEP_AFTER_MILLIS = Duration.ofMinutes(10).toMillis();

    private final Database database;
    private final SecureRandom random;
    private final String acquire;
    private final String renew;
    private final String sweep;

    SqlLeaseStore(Database database, SecureRandom random) {
        this.database = database;
        this.random = random;
        String now = database.dialect().nowMillis;
        acquire = """
                INSERT INTO lease (name, owner, length_millis, expires_at) VALUES (?, ?, ?, {now} + ?)
                ON CONFLICT (name) DO UPDATE SET
                    owner = excluded.owner,
                    length_millis = excluded.length_millis,
                    expires_at = {now} + excluded.length_millis
                WHERE lease.expires_at <= {now} OR lease.expires_at > {now} + 2 * lease.length_millis""".replace("{now}", now);
        renew = "UPDATE lease SET length_millis = ?, expires_at = {now} + ? WHERE name = ? AND owner = ?"
                .replace("{now}", now);
        // One row at a time: deleting several could wait in a circle with somebody who does the same.
        sweep = """
                DELETE FROM lease
                WHERE name = (SELECT min(name) FROM lease WHERE expires_at < {now} - ?) AND expires_at < {now} - ?""".replace("{now}", now);
    }

    @Override
    public Optional<Lease> tryAcquire(String name, Duration length) {
        long millis = millis(length);
        String owner = newOwner();
        if (database.update(acquire, name, owner, millis, millis) == 0) {
            return Optional.empty();
        }
        database.update(sweep, SWEEP_AFTER_MILLIS, SWEEP_AFTER_MILLIS);
        return Optional.of(new SqlLease(name, owner));
    }

    private String newOwner() {
        byte[] token = new byte[16];
        random.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    private static long millis(Duration length) {
        if (length.toMillis() < 1) {
            throw new IllegalArgumentException("a lease lasts at least a millisecond, not " + length);
        }
        return length.toMillis();
    }

    private final class SqlLease implements Lease {

        private final String name;
        private final String owner;

        SqlLease(String name, String owner) {
            this.name = name;
            this.owner = owner;
        }

        @Override
        public boolean renew(Duration length) {
            long millis = millis(length);
            return database.update(renew, millis, millis, name, owner) == 1;
        }

        @Override
        public void close() {
            try {
                database.update("DELETE FROM lease WHERE name = ? AND owner = ?", name, owner);
            } catch (UncheckedIOException e) {
                LOG.debugf(e, "The lease %s could not be given back and will run out", name);
            }
        }
    }
}
