package io.github.camelcallrail.stream;

import io.github.camelcallrail.operation.TemporaryFile;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a file when the last exchange of a route that uses it is complete. An exchange outside of routes belongs to
 * the caller of a template, who reads the body afterwards; the file is then closed when it is no longer reachable.
 * Thread-safe.
 */
final class FileUse extends SynchronizationAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(FileUse.class);

    private final TemporaryFile file;
    private final AtomicInteger users = new AtomicInteger();

    FileUse(TemporaryFile file) {
        this.file = file;
    }

    void by(Exchange exchange) {
        users.incrementAndGet();
        // Of a branch of a multicast or split, whose parent may go on with its body.
        UnitOfWork ofParent = exchange.getProperty(ExchangePropertyKey.STREAM_CACHE_UNIT_OF_WORK, UnitOfWork.class);
        if (ofParent != null && ofParent.getRoute() != null) {
            ofParent.addSynchronization(this);
        } else if (exchange.getFromRouteId() != null) {
            exchange.getExchangeExtension().addOnCompletion(this);
        }
    }

    @Override
    public void onDone(Exchange exchange) {
        if (users.decrementAndGet() > 0) {
            return;
        }
        try {
            file.close();
        } catch (IOException e) {
            LOG.debug("A temporary file could not be closed: {}", e.getMessage());
        }
    }
}
