/** Tools for language models over the Model Context Protocol, read-only. */
@NullMarked
package io.github.fitbitproxy.integration.mcp;

import org.jspecify.annotations.NullMarked;
