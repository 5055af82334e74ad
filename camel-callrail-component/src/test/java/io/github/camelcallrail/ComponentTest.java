package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.client.RetryPolicy;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.options.QueryOptionReader;
import io.github.camelcallrail.options.RequestOptions;
import io.github.camelcallrail.quota.Limits;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;

/** What endpoints share, and what each has of its own. */
class ComponentTest extends SandboxTest {

    @Test
    void defaultsAreExactlyThese() {
        CallRailConfiguration configuration = new CallRailConfiguration();

        assertThat(configuration.getBaseUrl()).isEqualTo("https://api.callrail.com");
        assertThat(configuration.getApiVersion()).isEqualTo("v3");
        assertThat(configuration.isAllowPlainHttp()).isFalse();
        assertThat(Duration.ofMillis(configuration.getConnectTimeout())).isEqualTo(Duration.ofSeconds(10));
        assertThat(Duration.ofMillis(configuration.getResponseTimeout())).isEqualTo(Duration.ofSeconds(30));
        assertThat(configuration.getOutputType()).isEqualTo("list");
        assertThat(configuration.isSplitResults()).isTrue();
        assertThat(configuration.getMaxMessagesPerPoll()).isEqualTo("0");
        assertThat(RequestOptions.of(new ConfigurationOptions(configuration)))
                .isEqualTo(new RequestOptions(
                        new Limits(1_000, 10_000),
                        Duration.ofSeconds(30),
                        new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(30)),
                        1,
                        1));
        assertThat(configuration.getRequestBudget()).isNull();
        assertThat(QueryOptionReader.of(new ConfigurationOptions(configuration)).names())
                .isEmpty();
    }

    @Test
    void filtersOfAnEndpointStayItsOwn() {
        records(uri("calls", "filter.direction=inbound"));
        records(uri("calls", "maxRecords=1"));

        assertThat(latestQuery()).doesNotContainKey("direction");
        assertThat(context.callrail().getConfiguration().getFilters()).isEmpty();
    }

    @Test
    void anEndpointAsksWhatItsConfigurationSaysNow() {
        CallRailEndpoint endpoint = context.getEndpoint(uri("calls", ""), CallRailEndpoint.class);
        endpoint.getConfiguration().setCompanyId(company());
        endpoint.getConfiguration().setDaysBack("2");

        records(uri("calls", ""));

        assertThat(latestQuery()).containsEntry("company_id", company()).containsEntry("start_date", "2026-03-13");
    }

    @Test
    void theGlobalTlsSetUpIsUsedWhenAskedFor() {
        SSLContextParameters global = new SSLContextParameters();
        SSLContextParameters own = new SSLContextParameters();
        context.setSSLContextParameters(global);
        CallRailConfiguration configuration = context.callrail().getConfiguration();

        assertThat(context.callrail().settings(configuration).sslContextParameters())
                .isNull();
        context.callrail().setUseGlobalSslContextParameters(true);
        assertThat(context.callrail().settings(configuration).sslContextParameters())
                .isSameAs(global);
        configuration.setSslContextParameters(own);
        assertThat(context.callrail().settings(configuration).sslContextParameters())
                .isSameAs(own);
    }

    @Test
    void aRestartedComponentConnectsAnew() {
        calls(1);
        assertThat(records(uri("calls", ""))).hasSize(1);

        context.callrail().stop();
        assertThat(failure(uri("calls", "")))
                .hasMessage("The component is stopped, so no request is sent to CallRail.");
        assertThat(failure(uri("calls", "")).getKind()).isEqualTo(FailureKind.NETWORK);
        context.callrail().start();

        assertThat(records(uri("calls", ""))).hasSize(1);
    }

    @Test
    void anEndpointTellsWhereItsServiceIs() {
        CallRailEndpoint endpoint = context.getEndpoint(uri("calls", ""), CallRailEndpoint.class);

        assertThat(endpoint.getServiceUrl()).isEqualTo(sandbox.baseUrl());
        assertThat(endpoint.getServiceProtocol()).isEqualTo("rest");
        assertThat(endpoint.getServiceMetadata()).isEqualTo(Map.of("report", "calls"));
    }

    @Test
    void aReportMayBeWrittenInOtherWays() {
        for (String name : new String[] {"form-submissions", "form_submissions", "formSubmissions"}) {
            Exchange exchange = requested(uri(name, ""), Map.of());
            assertThat(exchange.getMessage().getHeader(CallRailConstants.REPORT))
                    .isEqualTo("form-submissions");
        }
    }

    @Test
    void aFilterOfTheComponentThatNoReportHasIsRefused() {
        context.callrail().getConfiguration().getFilters().put("lead_staus", "good_lead");
        context.start();

        assertThatThrownBy(() -> context.getEndpoint(uri("calls", "")))
                .rootCause()
                .hasMessageContaining("No report has the filter 'lead_staus'")
                .hasMessageContaining("did you mean 'lead_status'?");
    }
}
