package io.github.camelcallrail.springboot;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** A web application with a route that receives the events of a sandbox, and keeps what came. */
final class EventsApplication implements AutoCloseable {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Configuration {

        @Bean
        Queue<Exchange> events() {
            return new ConcurrentLinkedQueue<>();
        }

        @Bean
        RouteBuilder route(Queue<Exchange> events) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("webhook:callrail:events?{{options}}")
                            .routeId("events")
                            .process(exchange -> events.add(exchange.copy()));
                }
            };
        }

        @Bean
        ServletRegistrationBean<CamelHttpTransportServlet> servlet() {
            ServletRegistrationBean<CamelHttpTransportServlet> bean =
                    new ServletRegistrationBean<>(new CamelHttpTransportServlet(), "/camel/*");
            bean.setName("CamelServlet");
            return bean;
        }
    }

    private final String url;
    private final ConfigurableApplicationContext context;

    private EventsApplication(String url, ConfigurableApplicationContext context) {
        this.url = url;
        this.context = context;
    }

    /**
     * Starts one that registers its URL.
     *
     * @param receiver the component that receives requests: platform-http or servlet
     */
    static EventsApplication start(CallRailSandbox sandbox, String receiver, String options) throws IOException {
        int port = freePort();
        String external = "http://127.0.0.1:" + port + (receiver.equals("servlet") ? "/camel" : "");
        String company = sandbox.data().ids("companies").get(0);
        SpringApplication application = new SpringApplication(Configuration.class);
        application.setRegisterShutdownHook(false);
        String[] arguments = Stream.of(
                        "server.address=127.0.0.1",
                        "server.port=" + port,
                        "camel.main.run-controller=false",
                        "camel.component.callrail.api-key=" + sandbox.apiKey(),
                        "camel.component.callrail.base-url=" + sandbox.baseUrl(),
                        "options=" + named(receiver) + "webhookPath=/hooks&webhookExternalUrl="
                                + external + "&accountId=" + sandbox.accountId() + "&companyId=" + company
                                + "&events=post-call" + options)
                .map(property -> "--" + property)
                .toArray(String[]::new);
        return new EventsApplication(external + "/hooks", application.run(arguments));
    }

    /** Spring's is used without being named. */
    private static String named(String receiver) {
        return receiver.equals("platform-http") ? "" : "webhookComponentName=" + receiver + "&";
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    /** Where it receives requests. */
    String url() {
        return url;
    }

    /** What has come so far. */
    @SuppressWarnings("unchecked")
    List<Exchange> events() {
        return List.copyOf((Queue<Exchange>) context.getBean("events"));
    }

    /** The endpoints of a component. */
    <E extends Endpoint> List<E> endpoints(Class<E> type) {
        return context.getBean(CamelContext.class).getEndpoints().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
