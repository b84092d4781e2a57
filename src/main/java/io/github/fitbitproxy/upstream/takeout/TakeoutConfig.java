package io.github.fitbitproxy.upstream.takeout;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of account exports: {@code takeout.*}. */
@ConfigMapping(prefix = "takeout")
public interface TakeoutConfig {

    /** An account export, zip or folder, that is imported at start. */
    Optional<Path> path();

    /** Whose it is. */
    @WithDefault("me")
    String person();

    /** The largest zip that may be uploaded. */
    @WithDefault("2G")
    MemorySize maxUploadSize();

    /** How much the files that are read may unpack to, all together. */
    @WithDefault("16G")
    MemorySize maxUnpackedSize();
}
