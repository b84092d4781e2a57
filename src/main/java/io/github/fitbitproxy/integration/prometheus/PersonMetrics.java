package io.github.fitbitproxy.integration.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.fitbitproxy.cache.Answer;
import io.github.fitbitproxy.day.Connection;
import io.github.fitbitproxy.day.KnownDay;
import io.github.fitbitproxy.day.KnownDays;
import io.github.fitbitproxy.day.Member;
import io.github.fitbitproxy.day.Members;
import io.github.fitbitproxy.integration.Figure;
import io.github.fitbitproxy.integration.Figures;
import io.github.fitbitproxy.model.DayStatus;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.Collector;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Shows the figures of everybody's today as gauges, beside the service's own meters. They are read when Prometheus asks, from
 * what is known here: what is not known has no sample, so it can be told from 0. Blocks.
 */
@Singleton
class PersonMetrics extends Collector implements Collector.Describable {

    private static final Logger LOG = Logger.getLogger(PersonMetrics.class);

    private final Members members;
    private final KnownDays days;
    private final ObjectMapper json;
    private final Clock clock;

    PersonMetrics(Members members, KnownDays days, ObjectMapper json, Clock clock) {
        this.members = members;
        this.days = days;
        this.json = json;
        this.clock = clock;
    }

    void register(@Observes StartupEvent start, PrometheusMeterRegistry registry) {
        registry.getPrometheusRegistry().register(this);
    }

    /** Nothing, so that registering it reads nothing yet. */
    @Override
    public List<MetricFamilySamples> describe() {
        return List.of();
    }

    @Override
    public List<MetricFamilySamples> collect() {
        Gauges gauges = new Gauges();
        try {
            members.all().forEach(member -> tellConnection(member, gauges));
            Instant now = clock.instant();
            for (KnownDay day : days.today()) {
                Answer answer = day.answer();
                if (answer != null) {
                    tell(day, answer, now, gauges);
                }
            }
        } catch (UncheckedIOException e) {
            LOG.debugf("The figures are not shown while the store fails. %s", e.getMessage());
        }
        return gauges.families();
    }

    private static void tellConnection(Member member, Gauges gauges) {
        for (Connection state : Connection.values()) {
            gauges.add(
                    "fitbit_proxy_person_connection",
                    "How the person's connection stands: 1 for the state that holds.",
                    Map.of("person", member.person().name(), "state", state.toString()),
                    state == member.connection() ? 1 : 0);
        }
    }

    private void tell(KnownDay day, Answer answer, Instant now, Gauges gauges) {
        JsonNode told = read(answer);
        Map<String, String> person = Map.of("person", day.person().name());
        for (Figure figure : Figures.of(day.kind())) {
            Double value = figure.in(told);
            if (value != null) {
                gauges.add(
                        name(figure),
                        figure.meaning(),
                        person,
                        value * figure.unit().baseUnits());
            }
        }
        Map<String, String> ofKind = Map.of("person", day.person().name(), "kind", day.kind());
        gauges.add(
                "fitbit_proxy_day_age_seconds",
                "Time since the cloud was asked for today.",
                ofKind,
                answer.ageSeconds(now));
        JsonNode syncedAt = told.path("deviceSyncedAt");
        if (syncedAt.isTextual()) {
            gauges.add(
                    "fitbit_proxy_device_sync_timestamp_seconds",
                    "When the device had last synced, as known when the cloud was asked for today.",
                    ofKind,
                    Instant.parse(syncedAt.textValue()).getEpochSecond());
        }
        for (DayStatus status : DayStatus.values()) {
            gauges.add(
                    "fitbit_proxy_day_status",
                    "How settled today is: 1 for the status that holds.",
                    Map.of("person", day.person().name(), "kind", day.kind(), "status", status.toString()),
                    told.path("status").asText().equals(status.toString()) ? 1 : 0);
        }
    }

    /** The gauge's name, in Prometheus' base units. */
    static String name(Figure figure) {
        String unit = figure.unit().baseUnit();
        return "fitbit_proxy_" + figure.kind() + "_" + figure.name() + (unit == null ? "" : "_" + unit);
    }

    private JsonNode read(Answer answer) {
        try {
            return json.readTree(answer.body().getBytes());
        } catch (IOException e) {
            throw new IllegalStateException("an answer of ours that is no JSON", e);
        }
    }

    /** The samples of one scrape, by gauge. */
    private static final class Gauges {

        private final Map<String, MetricFamilySamples> families = new LinkedHashMap<>();

        void add(String name, String help, Map<String, String> labels, double value) {
            List<String> names = labels.keySet().stream().sorted().toList();
            families.computeIfAbsent(name, absent -> new MetricFamilySamples(name, Type.GAUGE, help, new ArrayList<>()))
                    .samples
                    .add(new MetricFamilySamples.Sample(
                            name, names, names.stream().map(labels::get).toList(), value));
        }

        List<MetricFamilySamples> families() {
            return List.copyOf(families.values());
        }
    }
}
