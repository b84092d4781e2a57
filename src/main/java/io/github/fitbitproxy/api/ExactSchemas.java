package io.github.fitbitproxy.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Says in the OpenAPI document what holds for every answer: each field is always there, and where it is not marked as
 * required in the code it may be {@code null}. Runs while the service is built.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ExactSchemas implements OASFilter {

    /** What clients send, and what only some answers have: there a field may be absent. */
    private static final Set<String> LEFT_ALONE = Set.of("NewConnection", "NewBackfill", "PastedConsent", "Problem");

    /** Times are written in place, so that generated clients get their own type for them. */
    private static final Map<String, String> TIMES =
            Map.of("LocalDate", "date", "Instant", "date-time", "OffsetDateTime", "date-time");

    private static final String PREFIX = "#/components/schemas/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas =
                new LinkedHashMap<>(document.getComponents().getSchemas());
        TIMES.keySet().forEach(schemas::remove);
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                schema.setProperties(exact(schema, !LEFT_ALONE.contains(name)));
            }
        });
        document.getComponents().setSchemas(schemas);
        // What needs no token says so.
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getSecurity() == null)
                .forEach(operation -> operation.setSecurity(List.of()));
    }

    private static Map<String, Schema> exact(Schema schema, boolean alwaysThere) {
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        Map<String, Schema> properties = new LinkedHashMap<>();
        schema.getProperties().forEach((name, property) -> {
            Schema inPlace = timeInPlace(property);
            properties.put(name, alwaysThere && !required.contains(name) ? orNull(inPlace) : inPlace);
        });
        if (alwaysThere) {
            schema.setRequired(new ArrayList<>(properties.keySet()));
        }
        return properties;
    }

    private static Schema timeInPlace(Schema property) {
        String format =
                property.getRef() == null ? null : TIMES.get(property.getRef().replace(PREFIX, ""));
        if (format == null) {
            return property;
        }
        property.setRef(null);
        return property.type(List.of(SchemaType.STRING)).format(format);
    }

    private static Schema orNull(Schema property) {
        Schema nothing = OASFactory.createSchema().type(List.of(SchemaType.NULL));
        if (property.getRef() != null || property.getEnumeration() != null) {
            Schema value = OASFactory.createSchema()
                    .ref(property.getRef())
                    .type(property.getRef() == null ? property.getType() : null)
                    .enumeration(property.getEnumeration());
            return OASFactory.createSchema()
                    .description(property.getDescription())
                    .anyOf(List.of(value, nothing));
        }
        List<SchemaType> types = new ArrayList<>(property.getType());
        types.add(SchemaType.NULL);
        return property.type(types);
    }
}
