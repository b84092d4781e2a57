package io.github.fitbitproxy.integration.mqtt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fitbitproxy.integration.Figure;
import io.github.fitbitproxy.integration.Figure.Course;
import io.github.fitbitproxy.integration.Figures;
import io.github.fitbitproxy.integration.Unit;
import io.github.fitbitproxy.model.DayStatus;
import io.github.fitbitproxy.model.Person;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which topics there are and what Home Assistant is told about them (Home Assistant, "MQTT", MQTT Discovery; "MQTT Sensor").
 * The state of a kind is the public JSON of the day; each sensor picks its figure from it. Pure.
 *
 * @param topicPrefix what the topics of our own begin with
 * @param discoveryPrefix what the discovery topics begin with
 * @param expireAfter how long a figure is believed
 * @param version of this service
 */
record HomeAssistant(String topicPrefix, String discoveryPrefix, Duration expireAfter, String version) {

    static final String ONLINE = "online";
    static final String OFFLINE = "offline";

    private static final String NAME = "Fitbit Proxy";
    private static final String DEVICE_CLASS = "device_class";

    /** Beside the status: which day it is, and how fresh. */
    private static final String ATTRIBUTES = Stream.of("date", "upstream", "fetchedAt", "deviceSyncedAt")
            .map(name -> "'" + name + "': value_json['" + name + "'] | default(none)")
            .collect(Collectors.joining(", ", "{{ {", "} | tojson }}"));

    /** Says whether this service is there. */
    String availabilityTopic() {
        return topicPrefix + "/availability";
    }

    /** Carries the public JSON of the person's today. */
    String stateTopic(Person person, String kind) {
        return topicPrefix + "/" + person + "/" + kind;
    }

    /** What is said of a day of which nothing is known yet: it is not over, and no figure is there. */
    static String unknown(LocalDate date) {
        return "{\"date\":\"" + date + "\",\"status\":\"" + DayStatus.PARTIAL + "\"}\n";
    }

    /** The sensors of one kind of a person: payloads by topic, to be retained. */
    Map<String, String> sensors(Person person, String kind) {
        Map<String, String> sensors = new LinkedHashMap<>();
        for (Figure figure : Figures.of(kind)) {
            sensors.put(
                    topic(person, kind, figure.name()), sensor(person, figure).toString());
        }
        sensors.put(topic(person, kind, "status"), status(person, kind).toString());
        return sensors;
    }

    private String topic(Person person, String kind, String name) {
        return discoveryPrefix + "/sensor/" + id(person) + "/" + kind + "_" + name + "/config";
    }

    private ObjectNode sensor(Person person, Figure figure) {
        Unit unit = figure.unit();
        ObjectNode sensor = entity(person, figure.kind(), figure.name(), figure.title());
        sensor.put("value_template", template(figure.path()));
        if (unit.symbol() != null) {
            sensor.put("unit_of_measurement", unit.symbol());
        }
        if (unit.deviceClass() != null) {
            sensor.put(DEVICE_CLASS, unit.deviceClass());
        }
        if (unit != Unit.TIME) {
            sensor.put("state_class", figure.course() == Course.GROWING ? "total_increasing" : "measurement");
        }
        return sensor;
    }

    private ObjectNode status(Person person, String kind) {
        String title = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + " status";
        ObjectNode sensor = entity(person, kind, "status", title);
        sensor.put("value_template", template("status")).put(DEVICE_CLASS, "enum");
        for (DayStatus status : DayStatus.values()) {
            sensor.withArray("options").add(status.toString());
        }
        return sensor.put("entity_category", "diagnostic")
                .put("json_attributes_topic", stateTopic(person, kind))
                .put("json_attributes_template", ATTRIBUTES);
    }

    private ObjectNode entity(Person person, String kind, String name, String title) {
        ObjectNode entity = JsonNodeFactory.instance.objectNode();
        entity.put("name", title)
                .put("unique_id", id(person) + "_" + kind + "_" + name)
                .put("state_topic", stateTopic(person, kind))
                .put("qos", 1)
                .put("expire_after", expireAfter.toSeconds())
                .put("availability_topic", availabilityTopic());
        ObjectNode device = entity.putObject("device");
        device.putArray("identifiers").add(id(person));
        device.put("name", "Fitbit " + person).put("manufacturer", NAME).put("sw_version", version);
        entity.putObject("origin").put("name", NAME).put("sw_version", version);
        return entity;
    }

    /** A name for topics, which may have letters, digits, {@code _} and {@code -} only. */
    private static String id(Person person) {
        return "fitbit_proxy_" + person.name().replace(".", "-dot-");
    }

    /** Picks a figure; what is null or not there becomes {@code None}, which Home Assistant shows as unknown. */
    static String template(String path) {
        String[] names = path.split("\\.");
        StringBuilder value = new StringBuilder("value_json");
        for (int i = 0; i < names.length; i++) {
            value.append("['").append(names[i]).append("']");
            if (i < names.length - 1) {
                value.insert(0, '(').append(" or {})");
            }
        }
        return "{{ " + value + " | default(none) }}";
    }
}
