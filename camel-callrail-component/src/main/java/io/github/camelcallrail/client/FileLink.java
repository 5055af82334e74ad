package io.github.camelcallrail.client;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** The link in a response such as {@code {"url":"https://…"}}, with which CallRail answers instead of a file. */
public final class FileLink {

    private FileLink() {}

    /**
     * Reads the whole body; the caller closes it.
     *
     * @return empty if there is no link, because there is no file yet
     * @throws UnexpectedJson if the body is not such an object
     */
    public static Optional<String> read(InputStream body) throws IOException {
        try (JsonParser parser = JsonLimits.parser(body)) {
            parser.nextToken();
            if (!(ObjectReader.value(parser) instanceof Map<?, ?> members)) {
                throw new UnexpectedJson("it is not a JSON object");
            }
            Object url = members.get("url");
            if (url == null || url.equals("")) {
                return Optional.empty();
            }
            if (url instanceof String link && link.length() <= JsonLimits.LONGEST_LINK) {
                return Optional.of(link);
            }
            throw new UnexpectedJson("its 'url' is not a text of at most " + JsonLimits.LONGEST_LINK + " characters");
        }
    }
}
