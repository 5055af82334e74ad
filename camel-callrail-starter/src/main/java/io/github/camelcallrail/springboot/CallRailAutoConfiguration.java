package io.github.camelcallrail.springboot;

import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Sets the options of the {@code callrail} component from {@code camel.component.callrail.*}. Has no effect if {@code
 * camel.component.callrail.enabled} or {@code camel.component.callrail.customizer.enabled} is false, as with all Camel
 * components.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.callrail"})
public class CallRailAutoConfiguration {

    @Bean
    ComponentCustomizer callRailComponentCustomizer(ConfigurableEnvironment environment) {
        return new ComponentProperties(environment);
    }
}
