package io.github.fitbitproxy.integration.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether language models may read: {@code mcp.*}. */
@ConfigMapping(prefix = "mcp")
public interface McpConfig {

    /** Whether the tools are offered at {@code /mcp}. */
    @WithDefault("true")
    boolean enabled();
}
