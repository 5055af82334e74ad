package io.github.camelcallrail.options;

import io.github.camelcallrail.catalogue.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns once about each tag with a comma that it is one tag, because most people who write one mean several.
 * Thread-safe.
 */
public final class TagCommaWarning {

    private static final Logger LOG = LoggerFactory.getLogger(TagCommaWarning.class);
    private static final String OPTION = Parameter.FILTER_PREFIX + "tags";
    private static final int MAX_WARNINGS = 100;

    private final Set<List<String>> warned = ConcurrentHashMap.newKeySet();

    /** Checks the filters of a new endpoint. */
    public void check(Map<String, Object> filters) {
        Object given = filters.get("tags");
        if (given == null) {
            return;
        }
        List<String> tags = OptionValues.of(OPTION, given);
        // The limit keeps the set small when a route creates thousands of endpoints.
        if (tags.size() == 1 && tags.get(0).contains(",") && warned.size() < MAX_WARNINGS && warned.add(tags)) {
            LOG.warn(
                    "Option '{}' is one tag with a comma in its name, '{}'. If several tags are meant, repeat the"
                            + " option in the URI, {}, or set header '{}' to a map with a list of tags.",
                    OPTION,
                    tags.get(0),
                    repeated(tags.get(0)),
                    QueryOptionReader.header("filters"));
        }
    }

    private static String repeated(String text) {
        return OPTION + "=" + String.join("&" + OPTION + "=", text.split("\\s*,\\s*"));
    }
}
