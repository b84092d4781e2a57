package io.github.fitbitproxy.store;

import io.agroal.api.AgroalDataSource;
import io.github.fitbitproxy.budget.BudgetStore;
import io.github.fitbitproxy.cache.LeaseStore;
import io.github.fitbitproxy.config.ProxyConfig;
import io.github.fitbitproxy.day.BackfillStore;
import io.github.fitbitproxy.day.ChangeStore;
import io.github.fitbitproxy.day.DayStore;
import io.github.fitbitproxy.day.NoteStore;
import io.github.fitbitproxy.oauth.SealedStore;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Opens the store that the configuration chose, before anything else starts, and hands it out as the seams. */
@Singleton
final class StoreBeans {

    private static final Logger LOG = Logger.getLogger(StoreBeans.class);

    /** Earlier than what other packages do at start. */
    private static final int FIRST = 100;

    @Produces
    @Singleton
    @Startup(FIRST)
    Database database(
            StoreConfig config,
            ProxyConfig proxyConfig,
            Clock clock,
            @Any InjectableInstance<AgroalDataSource> sources,
            @FlywayDataSource("sqlite") Instance<Flyway> sqliteFlyway,
            @FlywayDataSource("postgresql") Instance<Flyway> postgresqlFlyway) {
        try {
            String url = StoreSettings.of(config).url();
            if (url != null) {
                return open(sources, postgresqlFlyway, Dialect.POSTGRESQL, StoreSettings.shown(url));
            }
            SqliteFile file = new SqliteFile(proxyConfig.dataDir(), clock);
            file.prepare();
            return open(sources, sqliteFlyway, Dialect.SQLITE, file.path().toString());
        } catch (ConfigurationException | IllegalStateException e) {
            LOG.debug("The store cannot be opened", e);
            // Without a cause, Quarkus ends the start with this one sentence instead of a stack trace.
            throw new ConfigurationException(e.getMessage());
        }
    }

    private static Database open(
            InjectableInstance<AgroalDataSource> sources, Instance<Flyway> flyway, Dialect dialect, String place) {
        AgroalDataSource source = sources.handlesStream()
                .filter(handle -> handle.getBean().isActive())
                .map(InstanceHandle::get)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("store.url chose a database that this build lacks"));
        Schema.migrate(flyway.get(), dialect, place);
        LOG.infof("Days and credentials are kept in %s", place);
        return new Database(source, dialect, place);
    }

    @Produces
    @Singleton
    DayStore days(Database database) {
        return new SqlDayStore(database);
    }

    @Produces
    @Singleton
    NoteStore notes(Database database) {
        return new SqlNoteStore(database);
    }

    @Produces
    @Singleton
    ChangeStore changes(Database database) {
        return new SqlChangeStore(database);
    }

    @Produces
    @Singleton
    BackfillStore backfills(Database database) {
        return new SqlBackfillStore(database);
    }

    @Produces
    @Singleton
    BudgetStore budgets(Database database) {
        return new SqlBudgetStore(database);
    }

    @Produces
    @Singleton
    SealedStore sealed(Database database) {
        return new SqlSealedStore(database);
    }

    @Produces
    @Singleton
    LeaseStore leases(Database database) {
        return new SqlLeaseStore(database, new SecureRandom());
    }
}
