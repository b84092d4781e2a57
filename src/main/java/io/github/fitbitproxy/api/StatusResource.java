package io.github.fitbitproxy.api;

import io.github.fitbitproxy.budget.Budgets;
import io.github.fitbitproxy.day.BackfillStore.Backfill;
import io.github.fitbitproxy.day.Backfills;
import io.github.fitbitproxy.day.Consents;
import io.github.fitbitproxy.day.DayStore;
import io.github.fitbitproxy.day.Member;
import io.github.fitbitproxy.day.Members;
import io.github.fitbitproxy.day.Wearers;
import io.github.fitbitproxy.model.Device;
import io.github.fitbitproxy.model.Person;
import io.github.fitbitproxy.upstream.Sources;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** {@code /status}: how everybody stands, from what is known here. Asks no upstream and tells no secret. */
@Path("/status")
@RegisterForReflection(
        targets = {
            Status.class,
            PersonStatus.class,
            BudgetStatus.class,
            StoredDays.class,
            BackfillProgress.class,
            Device.class
        })
@Tag(name = "status")
public class StatusResource {

    private final String version;
    private final Members members;
    private final Consents consents;
    private final Sources sources;
    private final Wearers wearers;
    private final Budgets budgets;
    private final DayStore days;
    private final Backfills backfills;
    private final Clock clock;

    StatusResource(
            @ConfigProperty(name = "quarkus.application.version") String version,
            Members members,
            Consents consents,
            Sources sources,
            Wearers wearers,
            Budgets budgets,
            DayStore days,
            Backfills backfills,
            Clock clock) {
        this.version = version;
        this.members = members;
        this.consents = consents;
        this.sources = sources;
        this.wearers = wearers;
        this.budgets = budgets;
        this.days = days;
        this.backfills = backfills;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Blocking
    @Operation(
            operationId = "getStatus",
            summary = "How everybody stands",
            description =
                    "Connections, devices, what is left of the call budget, what is stored, and how far history has"
                            + " come. From what is known here: the cloud is not asked.")
    @APIResponse(
            responseCode = "200",
            description = "Everybody",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Status.class),
                            examples = @ExampleObject(name = "one person", value = Examples.STATUS)))
    @APIResponse(responseCode = "401", ref = "KeyRequired")
    @APIResponse(responseCode = "500", description = "`credentials-unreadable`: a stored grant cannot be decrypted")
    @APIResponse(responseCode = "503", description = "`store-unavailable`: the store does not answer")
    public Status status() {
        return new Status(version, members.all().stream().map(this::status).toList());
    }

    private PersonStatus status(Member member) {
        Person person = member.person();
        String upstream = member.upstream();
        Consents.Consent consent = consents.of(person);
        return new PersonStatus(
                person.name(),
                upstream,
                member.connection().toString(),
                consent.endsAt(),
                consent.missing(),
                upstream == null ? List.of() : wearers.knownDevices(person, upstream),
                upstream == null ? null : BudgetStatus.of(budgets.find(person, upstream), clock.instant()),
                upstream == null ? Map.of() : storedDays(person, upstream),
                backfill(person));
    }

    private Map<String, StoredDays> storedDays(Person person, String upstream) {
        Map<String, StoredDays> kinds = new LinkedHashMap<>();
        sources.all(upstream).forEach(source -> {
            String kind = source.kind().name();
            kinds.put(
                    kind,
                    days.extent(person, upstream, kind).map(StoredDays::of).orElse(StoredDays.NONE));
        });
        return kinds;
    }

    private @Nullable Map<String, BackfillProgress> backfill(Person person) {
        List<Backfill> jobs = backfills.of(person);
        return jobs.isEmpty() ? null : BackfillProgress.byKind(jobs);
    }
}
