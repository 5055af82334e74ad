package io.github.camelcallrail.uri;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.spi.Resource;

/** The source file of a Pipe, which has its values before Camel encoded them. */
record PipeFile(String text) {

    private static final Pattern PIPE = Pattern.compile("(?m)^kind: *[\"']?(?:Pipe|KameletBinding)\\b");

    /** Empty if the file is missing or does not hold a Pipe. */
    static Optional<PipeFile> of(Resource resource) {
        return Optional.of(resource)
                .filter(Resource::exists)
                .map(PipeFile::read)
                .filter(text -> PIPE.matcher(text).find())
                .map(PipeFile::new);
    }

    /** Whether the file sets a property to a value. */
    boolean has(String property, String value) {
        String blanks = Pattern.quote(value).replace(" ", "\\E\\s+\\Q");
        return Pattern.compile("\\b" + Pattern.quote(property) + "[\"']?\\s*:\\s*(?:[>|][+-]?\\s+)?[\"']?" + blanks)
                .matcher(text)
                .find();
    }

    private static String read(Resource resource) {
        try (InputStream file = resource.getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource.getLocation(), e);
        }
    }
}
