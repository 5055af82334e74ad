package io.github.camelcallrail.springboot;

import io.github.camelcallrail.CallRailComponent;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.failure.NearestMatch;
import io.github.camelcallrail.options.UnconvertedOptions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Ordered;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Sets options of the component in the same way as camel-main, so that a value means the same everywhere: {@code 10s},
 * {@code #bean:name}, {@code {{placeholder}}}. Spring finds the values, in any spelling and place that it allows. The
 * list of options comes from the component's own metadata, so none can be missing. Properties that match no option are
 * rejected.
 */
final class ComponentProperties implements ComponentCustomizer {

    private static final String PREFIX = "camel.component.callrail";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w.-]+)}");

    private final ConfigurableEnvironment environment;

    ComponentProperties(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** Runs before the application's customizers, so that they take precedence. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST;
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        // As in camel-main, a component with another name is not configured: it may exist to use another key.
        return name.equals("callrail")
                && target instanceof CallRailComponent
                && HierarchicalPropertiesEvaluator.evaluate(
                        environment, "camel.component.customizer", PREFIX + ".customizer");
    }

    @Override
    public void configure(String name, Component target) {
        CamelContext context = target.getCamelContext();
        PropertyConfigurer configurer =
                PluginHelper.getConfigurerResolver(context).resolvePropertyConfigurer("callrail-component", context);
        Map<String, String> options = ComponentOptions.read();
        refuseUnknown(options.keySet());
        Map<String, Object> values = values(options);
        UnconvertedOptions.check(resolved(context, values));
        try {
            PropertyBindingSupport.build()
                    .withCamelContext(context)
                    .withTarget(target)
                    .withConfigurer(configurer)
                    .withIgnoreCase(true)
                    .withReflection(false)
                    .withMandatory(true)
                    .withProperties(values)
                    .bind();
        } catch (PropertyBindingException e) {
            throw unusable(e, options);
        }
    }

    private static Map<String, Object> resolved(CamelContext context, Map<String, Object> values) {
        Map<String, Object> resolved = new LinkedHashMap<>(values);
        resolved.replaceAll(
                (option, value) -> value instanceof String text ? context.resolvePropertyPlaceholders(text) : value);
        return resolved;
    }

    private static CallRailFailure unusable(PropertyBindingException e, Map<String, String> options) {
        String option = e.getPropertyName();
        String type = options.getOrDefault(option, "another type");
        return CallRailFailure.of(
                FailureKind.CONFIGURATION,
                "%s.%s cannot be '%s': it takes a value of type %s."
                        .formatted(
                                PREFIX,
                                StringHelper.camelCaseToDash(option),
                                e.getValue(),
                                type.substring(type.lastIndexOf('.') + 1)),
                e);
    }

    /** The values of all options that are set, by option name. */
    private Map<String, Object> values(Map<String, String> options) {
        Binder binder = Binder.get(environment);
        Map<String, Object> values = new LinkedHashMap<>();
        options.forEach((option, type) -> {
            String property = PREFIX + "." + StringHelper.camelCaseToDash(option);
            if (type.startsWith("java.util.Map")) {
                binder.bind(property, Bindable.mapOf(String.class, Object.class))
                        .ifBound(filters -> values.put(option, FilterNames.asCallRailHasThem(filters)));
            } else {
                binder.bind(property, String.class).ifBound(value -> values.put(option, defined(property, value)));
            }
        });
        return values;
    }

    /** Spring leaves a placeholder as it is if nothing defines it, such as a variable that was not exported. */
    private static String defined(String property, String value) {
        Matcher undefined = PLACEHOLDER.matcher(value);
        if (undefined.find()) {
            throw CallRailFailure.configuration(
                    ("%s is %s, but there is no property or environment variable '%s'. Set it in the same terminal or"
                                    + " service, before you start.")
                            .formatted(property, undefined.group(), undefined.group(1)));
        }
        return value;
    }

    private void refuseUnknown(Collection<String> options) {
        for (String property : new OwnProperties(environment, PREFIX).names()) {
            String name = property.split("[.\\[]", 2)[0];
            boolean ofCamel = property.equals("enabled") || name.equals("customizer");
            boolean known = options.stream().anyMatch(option -> option.equalsIgnoreCase(name.replaceAll("[-_]", "")));
            if (!ofCamel && !known) {
                throw CallRailFailure.configuration("There is no option '%s' of the callrail component (%s.%s)%s"
                        .formatted(name, PREFIX, property, NearestMatch.hint(name, options)));
            }
            if (!ofCamel && !name.equals(property) && !name.equalsIgnoreCase("filters")) {
                throw CallRailFailure.configuration(
                        ("%s.%s cannot be set: option '%s' takes a single value; separate the items of a list with"
                                        + " commas. Set the options of 'configuration' without the prefix 'configuration.'.")
                                .formatted(PREFIX, property, name));
            }
        }
    }
}
