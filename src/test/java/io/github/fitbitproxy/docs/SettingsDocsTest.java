package io.github.fitbitproxy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} against the settings that the code reads. */
class SettingsDocsTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.-]+)` \\| (.*?) \\|", Pattern.MULTILINE);

    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/configuration.md")));
        while (row.find()) {
            rows.put(row.group(1), row.group(2));
        }
        return rows;
    }

    /** Every key with its default, {@code null} where there is none. */
    private static Map<String, String> read() {
        Map<String, String> settings = new TreeMap<>();
        List<Class<?>> mappings = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages("io.github.fitbitproxy").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .<Class<?>>map(type -> type.reflect())
                        .toList();
        for (Class<?> mapping : mappings) {
            ConfigClass config = ConfigClass.configClass(mapping);
            ConfigMappings.getProperties(config).keySet().forEach(key -> settings.put(key, null));
            settings.putAll(config.getProperties());
        }
        // The elements of a list are no settings of their own.
        settings.keySet().removeIf(key -> key.endsWith("[*]"));
        return settings;
    }

    @Test
    void documentsEverySettingAndNoOther() throws IOException {
        assertThat(new TreeSet<>(documented().keySet())).isEqualTo(new TreeSet<>(read().keySet()));
    }

    @Test
    void documentsTheRealDefaults() throws IOException {
        Map<String, String> documented = documented();
        assertThat(read()).allSatisfy((key, value) -> {
            if (value != null) {
                assertThat(documented.get(key)).as(key).isEqualTo("`" + value + "`");
            } else {
                assertThat(documented.get(key)).as(key).doesNotMatch("`[^`]+`");
            }
        });
    }
}
