package io.github.camelcallrail.options;

import io.github.camelcallrail.catalogue.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once of each tag with a comma that it is one tag, because most people who write one mean several. Thread-safe. */
public final class TagCommaWarning {

    private static final Logger LOG = LoggerFactory.getLogger(TagCommaWarning.class);
    private static final String OPTION = Parameter.FILTER_PREFIX + "tags";
    private static final int MOST = 100;

    private final Set<List<String>> said = ConcurrentHashMap.newKeySet();

    /** Looks at the filters of an endpoint that is made. */
    public void check(Map<String, Object> filters) {
        Object given = filters.get("tags");
        if (given == null) {
            return;
        }
        List<String> tags = OptionValues.of(OPTION, given);
        // So that it stays small where a route makes thousands of endpoints.
        if (tags.size() == 1 && tags.get(0).contains(",") && said.size() < MOST && said.add(tags)) {
            LOG.warn(
                    "Option '{}' is one tag with a comma in its name, '{}'. If several tags are meant, repeat the option in the URI, {},"
                            + " or give header '{}' a map with a list of tags.",
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
