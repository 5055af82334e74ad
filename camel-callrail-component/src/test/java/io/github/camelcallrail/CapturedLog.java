package io.github.camelcallrail;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;

/** Collects what is logged while a test runs. */
public final class CapturedLog {

    private CapturedLog() {}

    /** Everything that anything logs, from TRACE up, as {@code logger message throwable}. */
    public static Runnable everything(List<String> lines) {
        LoggerContext logging = (LoggerContext) LogManager.getContext(false);
        Configuration configuration = logging.getConfiguration();
        AbstractAppender appender = new AbstractAppender("captured", null, null, true, Property.EMPTY_ARRAY) {
            @Override
            public void append(LogEvent event) {
                StringWriter text = new StringWriter();
                text.append(event.getLoggerName())
                        .append(' ')
                        .append(event.getMessage().getFormattedMessage());
                if (event.getThrown() != null) {
                    event.getThrown().printStackTrace(new PrintWriter(text));
                }
                lines.add(text.toString());
            }
        };
        appender.start();
        Level before = configuration.getRootLogger().getLevel();
        configuration.getRootLogger().removeAppender("console");
        configuration.getRootLogger().addAppender(appender, Level.TRACE, null);
        configuration.getRootLogger().setLevel(Level.TRACE);
        logging.updateLoggers();
        return () -> {
            configuration.getRootLogger().removeAppender("captured");
            configuration.getRootLogger().setLevel(before);
            configuration.getRootLogger().addAppender(configuration.getAppender("console"), null, null);
            logging.updateLoggers();
        };
    }
}
