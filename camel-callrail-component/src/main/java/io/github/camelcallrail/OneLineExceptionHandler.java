package io.github.camelcallrail;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs failures of our own kinds in one line: their messages say it all, and the same stack at every poll hides them. The rest is
 * there at DEBUG. Other exceptions are logged as everywhere in Camel.
 */
final class OneLineExceptionHandler implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OneLineExceptionHandler.class);

    private final ExceptionHandler others;

    OneLineExceptionHandler(ExceptionHandler others) {
        this.others = others;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException("Failure", null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        if (exception instanceof CallRailException) {
            LOG.warn("{}: {}", message, exception.getMessage());
            LOG.debug("Where that comes from", exception);
        } else {
            others.handleException(message, exchange, exception);
        }
    }
}
