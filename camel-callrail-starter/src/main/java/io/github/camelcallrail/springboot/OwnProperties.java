package io.github.camelcallrail.springboot;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The properties below a prefix.
 *
 * @param prefix without the trailing dot
 */
record OwnProperties(ConfigurableEnvironment environment, String prefix) {

    /**
     * The names after the prefix, as written. Environment variables are omitted: they contain no dots, so their meaning
     * is ambiguous.
     */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            boolean variables = source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            if (!variables && source instanceof EnumerablePropertySource<?> listed) {
                for (String property : listed.getPropertyNames()) {
                    if (property.startsWith(prefix + ".")) {
                        names.add(property.substring(prefix.length() + 1));
                    }
                }
            }
        }
        return names;
    }
}
