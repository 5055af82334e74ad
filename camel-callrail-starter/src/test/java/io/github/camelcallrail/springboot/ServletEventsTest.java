package io.github.camelcallrail.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.component.servlet.ServletEndpoint;
import org.junit.jupiter.api.Test;

/** Events that camel-servlet receives. */
class ServletEventsTest extends EventsTesting {

    @Override
    String receiver() {
        return "servlet";
    }

    /** So no more is read than option maxEventSize allows; Tomcat itself reads and drops the rest. */
    @Test
    void theServletLeavesTheBodyToTheReceiver() {
        assertThat(application().endpoints(ServletEndpoint.class))
                .singleElement()
                .satisfies(endpoint -> {
                    assertThat(endpoint.isDisableStreamCache()).isTrue();
                    assertThat(endpoint.isBridgeEndpoint()).isTrue();
                });
    }
}
