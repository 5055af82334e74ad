package io.github.camelcallrail;

import io.github.camelcallrail.options.OptionSource;
import io.github.camelcallrail.state.StateLocation;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** The options that a configuration holds, by name. */
record ConfigurationOptions(CallRailConfiguration configuration) implements OptionSource {

    /** Generated with the option metadata, so that a new option is known here at once. */
    private static final PropertyConfigurerGetter GETTER = new CallRailConfigurationConfigurer();

    @Override
    public Object value(String option) {
        return GETTER.getOptionValue(configuration, option, false);
    }

    StateLocation stateLocation() {
        return StateLocation.of(
                configuration.getStateRepository(), configuration.getStateDirectory(), configuration.getStateKey());
    }
}
