package io.github.camelcallrail.springboot;

import io.github.camelcallrail.CallRailComponent;
import io.github.camelcallrail.failure.NearestMatch;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Ordered;
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
 * Sets options of the component as camel-main does, so that a value means the same everywhere: {@code 10s}, {@code #bean:name},
 * {@code {{placeholder}}}. Spring finds the values, in whatever spelling and place it allows. Which options there are the
 * component's own metadata say, so none can be missing here. A property that is no option is refused.
 */
final class ComponentProperties implements ComponentCustomizer {

    private static final String PREFIX = "camel.component.callrail";

    private final ConfigurableEnvironment environment;

    ComponentProperties(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** Before the customizers of an application, which have the last word. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST;
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof CallRailComponent
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
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(target)
                .withConfigurer(configurer)
                .withIgnoreCase(true)
                .withReflection(false)
                .withMandatory(true)
                .withProperties(values(options))
                .bind();
    }

    /** Values by option, of those that are set anywhere. */
    private Map<String, Object> values(Map<String, String> options) {
        Binder binder = Binder.get(environment);
        Map<String, Object> values = new LinkedHashMap<>();
        options.forEach((option, type) -> {
            String property = PREFIX + "." + StringHelper.camelCaseToDash(option);
            Bindable<?> wanted = type.startsWith("java.util.Map")
                    ? Bindable.mapOf(String.class, Object.class)
                    : Bindable.of(String.class);
            binder.bind(property, wanted).ifBound(value -> values.put(option, value));
        });
        return values;
    }

    private void refuseUnknown(Collection<String> options) {
        for (String property : new OwnProperties(environment, PREFIX).names()) {
            boolean known = property.equals("enabled")
                    || property.equals("customizer")
                    || options.stream().anyMatch(option -> option.equalsIgnoreCase(property.replace("-", "")));
            if (!known) {
                throw new IllegalArgumentException("There is no option '%s' of the callrail component (%s.%s)%s"
                        .formatted(property, PREFIX, property, NearestMatch.hint(property, options)));
            }
        }
    }
}
