package io.github.camelcallrail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.DefaultClassResolver;

/**
 * Reads each resource of the class path once. Every new context looks for the same files of Camel, most of which do not
 * exist, in more than a hundred jars; tests make thousands of contexts.
 */
final class CachedClassResolver extends DefaultClassResolver {

    private static final Map<String, Optional<byte[]>> RESOURCES = new ConcurrentHashMap<>();

    CachedClassResolver(CamelContext context) {
        super(context);
    }

    @Override
    public InputStream loadResourceAsStream(String uri) {
        return RESOURCES
                .computeIfAbsent(uri, this::read)
                .map(ByteArrayInputStream::new)
                .orElse(null);
    }

    private Optional<byte[]> read(String uri) {
        try (InputStream resource = super.loadResourceAsStream(uri)) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + uri, e);
        }
    }
}
