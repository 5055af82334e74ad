package io.github.camelcallrail;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;

/** What this project logs at INFO and above, as level and message, from its making to its closing. */
public final class LogLines implements AutoCloseable {

    private static final String OURS = "io.github.camelcallrail";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before;
    private final LoggerContext loggers = (LoggerContext) LogManager.getContext(false);

    public LogLines() {
        AbstractAppender appender = new AbstractAppender("lines", null, null, true, Property.EMPTY_ARRAY) {
            @Override
            public void append(LogEvent event) {
                if (event.getLoggerName().startsWith(OURS) && event.getLevel().isMoreSpecificThan(Level.INFO)) {
                    lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage()
                            + (event.getThrown() == null ? "" : " with its stack"));
                }
            }
        };
        appender.start();
        Configuration configuration = loggers.getConfiguration();
        before = configuration.getRootLogger().getLevel();
        configuration.getRootLogger().addAppender(appender, Level.INFO, null);
        configuration.getRootLogger().setLevel(Level.INFO);
        loggers.updateLoggers();
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        loggers.getConfiguration().getRootLogger().removeAppender("lines");
        loggers.getConfiguration().getRootLogger().setLevel(before);
        loggers.updateLoggers();
    }
}
