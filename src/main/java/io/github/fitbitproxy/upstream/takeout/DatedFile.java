package io.github.fitbitproxy.upstream.takeout;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file of an export that is read.
 *
 * @param date the one in its name
 */
record DatedFile(
        Archive.File file, ExportFile series, @Nullable LocalDate date) {}
