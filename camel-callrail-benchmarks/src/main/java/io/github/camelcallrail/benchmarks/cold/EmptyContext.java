package io.github.camelcallrail.benchmarks.cold;

import org.apache.camel.impl.DefaultCamelContext;

/** The main class of a process that starts and stops a Camel context without any route. */
final class EmptyContext {

    private EmptyContext() {}

    public static void main(String... words) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
        }
    }
}
