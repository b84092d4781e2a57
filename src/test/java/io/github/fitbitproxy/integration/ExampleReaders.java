package io.github.fitbitproxy.integration;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out, for each program that an example is for, which addresses it asks and which fields of the answers it uses. Pure. */
final class ExampleReaders {

    /** Every example has its reader, by the file's path below {@code examples}. */
    static final Map<String, ExampleReader> ALL = Map.ofEntries(
            Map.entry("home-assistant/rest.yaml", ExampleReaders::homeAssistant),
            Map.entry("homepage/services.yaml", ExampleReaders::homepage),
            Map.entry("glance/glance.yml", ExampleReaders::glance),
            Map.entry("magicmirror/config.js", ExampleReaders::magicMirror),
            Map.entry("node-red/flow.json", ExampleReaders::nodeRed),
            Map.entry("ios-shortcuts/last-night.md", ExampleReaders::iosShortcuts),
            Map.entry("shell/last-night.sh", ExampleReaders::shell),
            Map.entry("grafana/infinity.json", ExampleReaders::infinity),
            Map.entry("grafana/prometheus.json", ExampleReaders::grafanaMetrics),
            Map.entry("prometheus/prometheus.yml", ExampleReaders::scrape),
            Map.entry("prometheus/alerts.yml", ExampleReaders::alerts),
            Map.entry("mcp/mcp.json", ExampleReaders::mcp));

    static final String METRICS = "/q/metrics";

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private ExampleReaders() {}

    /** What an example does with one address: fields joined by dots, or the names of metrics. */
    record Use(String address, List<String> fields) {

        Use(String address, Stream<String> fields) {
            this(address.replaceFirst("^(https?://[^/]+|\\$\\{base})", ""), fields.toList());
        }
    }

    /** Reads one kind of example. */
    interface ExampleReader {

        List<Use> uses(String text) throws IOException;
    }

    private static List<Use> homeAssistant(String text) throws IOException {
        List<Use> uses = new ArrayList<>();
        for (JsonNode rest : YAML.readTree(text).get("rest")) {
            List<String> fields = new ArrayList<>();
            for (JsonNode sensor : rest.get("sensor")) {
                fields.addAll(templateFields(sensor.get("value_template").asText()));
                fields.addAll(templateFields(sensor.path("availability").asText()));
                sensor.path("json_attributes").forEach(name -> fields.add(name.asText()));
            }
            uses.add(new Use(rest.get("resource").asText(), fields.stream()));
        }
        return uses;
    }

    /** The fields that a template of Home Assistant picks. */
    static List<String> templateFields(String template) {
        Matcher field = Pattern.compile("value_json\\['(\\w+)'](?: or \\{}\\)\\['(\\w+)'])?")
                .matcher(template);
        return field.results()
                .map(found -> found.group(2) == null ? found.group(1) : found.group(1) + "." + found.group(2))
                .toList();
    }

    private static List<Use> homepage(String text) throws IOException {
        List<Use> uses = new ArrayList<>();
        for (JsonNode widget : YAML.readTree(text).findValues("widget")) {
            List<String> fields = new ArrayList<>();
            for (JsonNode mapping : widget.get("mappings")) {
                fields.add(homepageField(mapping.get("field")));
            }
            uses.add(new Use(widget.get("url").asText(), fields.stream()));
        }
        return uses;
    }

    private static String homepageField(JsonNode field) {
        if (field.isTextual()) {
            return field.asText();
        }
        Map.Entry<String, JsonNode> inner = field.fields().next();
        return inner.getKey() + "." + homepageField(inner.getValue());
    }

    private static List<Use> glance(String text) throws IOException {
        List<Use> uses = new ArrayList<>();
        for (JsonNode widgets : YAML.readTree(text).findValues("widgets")) {
            for (JsonNode widget : widgets) {
                uses.add(new Use(
                        widget.get("url").asText(),
                        found(
                                "\\.JSON\\.\\w+ \"([\\w.]+)\"",
                                widget.get("template").asText())));
            }
        }
        return uses;
    }

    private static List<Use> magicMirror(String text) throws IOException {
        List<Use> uses = new ArrayList<>();
        for (JsonNode module : JSON.readTree(text)) {
            JsonNode config = module.get("config");
            List<String> fields = new ArrayList<>();
            config.get("keepColumns")
                    .forEach(column -> fields.add(config.get("arrayName").asText() + "." + column.asText()));
            uses.add(new Use(config.get("url").asText(), fields.stream()));
        }
        return uses;
    }

    /** Follows the wires from each request to what is picked from its answer. */
    private static List<Use> nodeRed(String text) throws IOException {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        JSON.readTree(text).forEach(node -> nodes.put(node.get("id").asText(), node));
        List<Use> uses = new ArrayList<>();
        for (JsonNode node : nodes.values()) {
            if (node.get("type").asText().equals("http request")) {
                List<String> fields = new ArrayList<>();
                follow(node, nodes, fields);
                uses.add(new Use(node.get("url").asText(), fields.stream()));
            }
        }
        return uses;
    }

    private static void follow(JsonNode node, Map<String, JsonNode> nodes, List<String> fields) {
        for (JsonNode port : node.path("wires")) {
            for (JsonNode wire : port) {
                JsonNode next = nodes.get(wire.asText());
                if (next == null) {
                    throw new IllegalArgumentException("a wire that leads nowhere: " + wire);
                }
                found("\"payload\\.([\\w.]+)\"", next.toString()).forEach(fields::add);
                follow(next, nodes, fields);
            }
        }
    }

    private static List<Use> iosShortcuts(String text) {
        List<Use> uses = new ArrayList<>();
        for (String part : text.split("(?=`http)")) {
            List<String> address = found("^`(http[^`]+)`", part).toList();
            if (!address.isEmpty()) {
                uses.add(new Use(address.get(0), found("key `([\\w.]+)`", part)));
            }
        }
        return uses;
    }

    private static List<Use> shell(String text) {
        List<Use> uses = new ArrayList<>();
        for (String part : text.split("(?m)(?=^ask /)")) {
            List<String> address = found("^ask (/\\S+)", part).toList();
            if (!address.isEmpty()) {
                uses.add(new Use(address.get(0), found("(?<=[( ])\\.([a-z]\\w*)", part)));
            }
        }
        return uses;
    }

    private static List<Use> infinity(String text) throws IOException {
        List<Use> uses = new ArrayList<>();
        for (JsonNode panel : JSON.readTree(text).get("panels")) {
            for (JsonNode target : panel.get("targets")) {
                String root = target.get("root_selector").asText();
                List<String> fields = new ArrayList<>();
                target.get("columns")
                        .forEach(column -> fields.add((root.isEmpty() ? "" : root + ".")
                                + column.get("selector").asText()));
                String address = target.get("url")
                        .asText()
                        .replaceAll("\\$\\{__from:[^}]+}", "2026-11-18")
                        .replaceAll("\\$\\{__to:[^}]+}", "2026-11-21");
                uses.add(new Use(address, fields.stream()));
            }
        }
        return uses;
    }

    private static List<Use> grafanaMetrics(String text) throws IOException {
        return List.of(new Use(METRICS, metrics(JSON.readTree(text).findValuesAsText("expr"))));
    }

    private static List<Use> alerts(String text) throws IOException {
        return List.of(new Use(METRICS, metrics(YAML.readTree(text).findValuesAsText("expr"))));
    }

    private static List<Use> scrape(String text) throws IOException {
        JsonNode job = YAML.readTree(text).at("/scrape_configs/0");
        return List.of(new Use(job.get("metrics_path").asText(), Stream.of("fitbit_proxy_person_connection")));
    }

    private static Stream<String> metrics(List<String> expressions) {
        return expressions.stream().flatMap(expression -> found("(fitbit_proxy_\\w+)", expression));
    }

    private static List<Use> mcp(String text) throws IOException {
        return List.of(
                new Use(JSON.readTree(text).at("/mcpServers/fitbit-proxy/url").asText(), Stream.of("result")));
    }

    private static Stream<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(result -> result.group(1));
    }
}
