package io.github.fitbitproxy.config;

/**
 * Says which settings a folder knows, so that a mistyped one can be told from a real one. A folder with settings of its
 * own provides a bean of this type.
 *
 * @param mapping the folder's {@code @ConfigMapping} interface
 */
public record MappedSettings(Class<?> mapping) {}
