package io.github.camelcallrail.documentation;

import io.github.camelcallrail.CallRailComponent;
import io.github.camelcallrail.CallRailConfiguration;
import io.github.camelcallrail.CallRailProgressEvent;
import io.github.camelcallrail.monitor.CallRailProgress;
import io.github.camelcallrail.quota.JdbcRequestBudget;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Java of the documents that is in no other file, so that it compiles. */
final class JavaExamples {

    private static final Logger LOG = LoggerFactory.getLogger(JavaExamples.class);

    private JavaExamples() {}

    static final class EveryQuarterOfAnHour extends RouteBuilder {
        @Override
        public void configure() {
            from("callrail:calls?daysBack=7&incremental=true&stateDirectory=state&delay=15m")
                    .routeId("calls")
                    .to("sql:merge into calls key (id) values (:#id, :#start_time, :#source, :#duration)")
                    .log("${header.CamelCallRailChange} call ${header.CamelCallRailRecordId}");
        }
    }

    static final class Events extends RouteBuilder {
        @Override
        public void configure() {
            from("webhook:callrail:events?companyId=COM0190aa22bb33cc44dd55ee66ff778899"
                            + "&webhookExternalUrl=https://hooks.example.com&webhookPath=/callrail&stateDirectory=state")
                    .routeId("events")
                    .log("${header.CamelCallRailEvent} ${header.CamelCallRailRecordId}");
        }
    }

    static final class OnDemand extends RouteBuilder {
        @Override
        public void configure() {
            from("timer:nightly?period=24h")
                    .setHeader("CamelCallRailCompanyId", constant("COM0190aa22bb33cc44dd55ee66ff778899"))
                    .to("callrail:calls-summary?groupBy=source&startDaysBack=10&endDaysBack=5")
                    .to("file:reports?fileName=${date:now:yyyyMMdd}.json");
        }
    }

    static final class Day extends RouteBuilder {
        @Override
        public void configure() {
            from("direct:day")
                    .setHeader("CamelCallRailDate", simple("${body}"))
                    .to("callrail:calls?daysBack=7")
                    .to("log:calls");
        }
    }

    static void shareABudget(CamelContext context, DataSource dataSource) throws Exception {
        context.getRegistry().bind("budget", new JdbcRequestBudget(dataSource));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callrail:calls?incremental=true&stateDirectory=state&requestBudget=#bean:budget")
                        .routeId("calls")
                        .to("log:calls");
            }
        });
    }

    static void save(ProducerTemplate template, String callId, Path target) throws IOException {
        try (InputStream recording = template.requestBodyAndHeader(
                "callrail:recording", null, "CamelCallRailId", callId, InputStream.class)) {
            Files.copy(recording, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void testYourOwnRoutes(CamelContext context) {
        try (CallRailSandbox sandbox = CallRailSandbox.start()) {
            CallRailConfiguration callrail =
                    context.getComponent("callrail", CallRailComponent.class).getConfiguration();
            callrail.setBaseUrl(sandbox.baseUrl());
            callrail.setApiKey(sandbox.apiKey());
            // … run the route, then see what it asked:
            sandbox.journal().lines().forEach(System.out::println);
        }
    }

    static final class Backfill extends EventNotifierSupport {

        @Override
        public boolean isEnabled(CamelEvent event) {
            return event instanceof CallRailProgressEvent;
        }

        @Override
        public void notify(CamelEvent event) {
            CallRailProgress progress = ((CallRailProgressEvent) event).getProgress();
            LOG.info(
                    "{}: {} of {} done, {} a second, {} left",
                    progress.report(),
                    progress.done(),
                    progress.total(),
                    Math.round(progress.rate()),
                    progress.timeLeft());
        }
    }
}
