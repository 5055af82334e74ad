package io.github.camelcallrail;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each {@link CallRailException} in one line, because its message is complete, and the same stack trace at every
 * poll would hide it. The stack trace is logged at DEBUG. Other exceptions are logged as usual in Camel.
 */
final class OneLineExceptionHandler implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OneLineExceptionHandler.class);

    private final ExceptionHandler delegate;

    OneLineExceptionHandler(ExceptionHandler delegate) {
        this.delegate = delegate;
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
            LOG.debug("Stack trace of the failure above", exception);
        } else {
            delegate.handleException(message, exchange, exception);
        }
    }
}
