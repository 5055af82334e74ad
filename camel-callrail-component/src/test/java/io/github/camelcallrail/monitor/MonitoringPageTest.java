package io.github.camelcallrail.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.Documents;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.api.management.ManagedAttribute;
import org.junit.jupiter.api.Test;

/** The page on monitoring says what can be seen. */
class MonitoringPageTest {

    private static final String PAGE = Documents.read("docs/modules/ROOT/pages/monitoring.adoc");

    @Test
    void itNamesEveryMeterAndAttribute() throws IllegalAccessException {
        List<String> named = Documents.codes(PAGE);
        for (Field field : MicrometerMeters.class.getDeclaredFields()) {
            if (field.getType() == String.class) {
                assertThat(named).contains((String) field.get(null));
            }
        }
        Stream.of(MonitoredEndpoint.class, MonitoredConsumer.class)
                .flatMap(watched -> Arrays.stream(watched.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(ManagedAttribute.class))
                .forEach(method -> assertThat(named).contains(method.getName().substring("get".length())));
    }
}
