package io.github.fitbitproxy.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Stands in front of every log handler ({@code quarkus.log.*.filter=redaction}). Takes secrets out of what libraries print
 * at fine levels, and drops what cannot be cleaned: the fine levels of those that print whole rows and bodies.
 */
@LoggingFilter(name = "redaction")
public final class RedactingFilter implements Filter {

    @Override
    public boolean isLoggable(LogRecord record) {
        if (isRaw(record)) {
            return false;
        }
        String message = record instanceof ExtLogRecord extended ? extended.getFormattedMessage() : record.getMessage();
        if (message != null) {
            String clean = Redaction.of(message);
            if (clean != message) {
                replace(record, clean);
            }
        }
        Throwable thrown = record.getThrown();
        if (thrown != null && RedactedThrowable.isNeededFor(thrown)) {
            record.setThrown(new RedactedThrowable(thrown));
        }
        return true;
    }

    private static void replace(LogRecord record, String message) {
        if (record instanceof ExtLogRecord extended) {
            extended.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            record.setMessage(message);
        }
        record.setParameters(null);
    }

    /** PostgreSQL's driver prints bound values, HTTP clients and servers print frames. */
    private static boolean isRaw(LogRecord record) {
        String logger = record.getLoggerName();
        return logger != null
                && record.getLevel().intValue() < Level.INFO.intValue()
                && (logger.startsWith("org.postgresql")
                        || logger.startsWith("io.netty.handler")
                        || logger.startsWith("jdk.internal.httpclient"));
    }
}
