package io.github.fitbitproxy.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** Reads a time zone. Quarkus' own converter fails on a setting that is absent. */
public final class ZoneConverter implements Converter<ZoneId> {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable ZoneId convert(String value) {
        if (value.isBlank()) {
            return null;
        }
        try {
            return ZoneId.of(value.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(value + " is no time zone such as Europe/Berlin", e);
        }
    }
}
