package io.github.camelcallrail;

import io.github.camelcallrail.options.OptionSource;
import io.github.camelcallrail.state.StateLocation;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** Gives the options of a configuration by name. */
record ConfigurationOptions(CallRailConfiguration configuration) implements OptionSource {

    /** Generated from the option metadata, so it includes every option. */
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
