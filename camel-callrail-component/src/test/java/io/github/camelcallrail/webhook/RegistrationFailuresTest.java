package io.github.camelcallrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.CapturedLog;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.Fault;
import io.github.camelcallrail.sandbox.RecordedRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens if CallRail rejects or breaks a request of a registration. */
class RegistrationFailuresTest {

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION =
            CallRailSandboxExtension.of(CallRailSandbox.builder().empty());

    private static final Fault FORBIDDEN = Fault.status(403, "{\"error\":\"No permission\"}");

    @RegisterExtension
    static final ApiTesting API = new ApiTesting();

    private CallRailSandbox sandbox;
    private String company;
    private WebhookRegistration registration;

    @BeforeEach
    void register() {
        sandbox = EXTENSION.sandbox();
        company = sandbox.data().ids("companies").get(0);
        registration = new WebhookRegistration(
                API.of(sandbox), Map.of(EventKind.POST_CALL, "https://hooks.example.com/h?token=secret"));
    }

    @ParameterizedTest
    @CsvSource({
        // whether there is an integration, which request is forbidden, the methods that were sent
        "false, 1, GET",
        "false, 2, GET POST",
        "false, 3, GET POST GET",
        "true,  1, GET",
        "true,  2, GET PUT",
        "true,  3, GET PUT GET",
    })
    void forbiddenExplainsTheSetUpByHand(boolean existing, int request, String methods) {
        if (existing) {
            add();
        }
        sandbox.faults().onRequest(request, FORBIDDEN);

        CallRailFailure failure = failure(() -> registration.register(company));

        assertThat(failure.kind()).isEqualTo(FailureKind.FORBIDDEN);
        assertThat(failure.httpStatus()).hasValue(403);
        assertThat(failure)
                .hasMessageContaining("The webhooks of company '" + company + "' are not registered")
                .hasMessageContaining("HTTP 403 \"No permission\"")
                .hasMessageContaining("Settings, Integrations, Webhooks")
                .hasMessageContaining("for event post-call the URL"
                        + " https://hooks.example.com/h?token=xxxxxx&event=post-call&company=" + company + ".")
                .hasMessageContaining("shown as xxxxxx")
                .hasMessageContaining("'webhookAutoRegister' to false")
                .hasMessageContaining("'signingSecret'");
        assertThat(methods()).isEqualTo(methods);
    }

    @Test
    void anAccountThatRefusesWritesCanStillBeRead() {
        String id = add();
        sandbox.faults().refuseWrites();

        assertThat(registration.state(company)).isEqualTo(WebhookState.URLS_MISSING);
        assertThat(failure(() -> registration.register(company)).kind()).isEqualTo(FailureKind.FORBIDDEN);
        assertThat(failure(() -> registration.revive(company)).kind()).isEqualTo(FailureKind.FORBIDDEN);
        sandbox.data()
                .edit(
                        "integrations",
                        id,
                        Map.of(
                                "config",
                                Map.of(
                                        "post_call_webhook",
                                        List.of(registration
                                                .urls(company)
                                                .get(0)
                                                .text()))));
        assertThat(registration.register(company).changed()).isFalse();
        assertThat(failure(() -> registration.unregister(company)))
                .hasMessageContaining("are not removed")
                .hasMessageContaining("Remove for event post-call the URL https://hooks.example.com/h?")
                .hasMessageContaining("'webhookUnregister'")
                .hasMessageNotContaining("'signingSecret'");
    }

    @Test
    void aStateThatMayNotBeReadIsExplained() {
        sandbox.faults().always("integrations", FORBIDDEN);

        assertThatThrownBy(() -> registration.state(company))
                .isInstanceOf(CallRailFailure.class)
                .hasMessageContaining("Settings, Integrations, Webhooks");
    }

    @ParameterizedTest
    @CsvSource({
        "false, 500,   UNAVAILABLE, GET POST",
        "false, reset, NETWORK,     GET POST",
        "false, empty, NETWORK,     GET POST",
        "true,  500,   UNAVAILABLE, GET PUT",
        "true,  503,   UNAVAILABLE, GET PUT",
        "true,  reset, NETWORK,     GET PUT",
    })
    void aWriteIsNotRepeatedInDoubt(boolean existing, String answer, FailureKind kind, String methods) {
        if (existing) {
            add();
        }
        sandbox.faults()
                .onRequest(
                        2,
                        switch (answer) {
                            case "reset" -> Fault.connectionReset();
                            case "empty" -> Fault.emptyAnswer();
                            default -> Fault.status(Integer.parseInt(answer), "");
                        });

        CallRailFailure failure = failure(() -> registration.register(company));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageContaining("unknown whether this request had an effect");
        assertThat(methods()).isEqualTo(methods);
        // The sandbox wrote before it broke the response, so the next attempt has nothing to do.
        assertThat(registration.register(company).changed()).isFalse();
        assertThat(methods()).isEqualTo(methods + " GET");
    }

    @Test
    void whatTheQuotaRejectedIsRepeated() {
        add();
        sandbox.faults().onRequest(2, Fault.status(429, "", Map.of("Retry-After", "5")));

        assertThat(registration.register(company).changed()).isTrue();
        assertThat(methods()).isEqualTo("GET PUT PUT GET");
    }

    @ParameterizedTest
    @CsvSource({"400, GET POST GET", "422, GET POST GET"})
    void aRejectionIsReportedIfNobodyElseCreatedAnIntegration(int status, String methods) {
        sandbox.faults().onRequest(2, Fault.status(status, "{\"errors\":{\"config\":[\"is invalid\"]}}"));
        sandbox.faults().afterRequest(2, () -> sandbox.data()
                .remove("integrations", sandbox.data().ids("integrations").get(0)));

        CallRailFailure failure = failure(() -> registration.register(company));

        assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
        assertThat(failure)
                .hasMessageContaining("HTTP " + status + " \"is invalid\"")
                .hasMessageContaining("'webhookExternalUrl'")
                .hasMessageNotContaining("filter");
        assertThat(methods()).isEqualTo(methods);
    }

    @Test
    void theSecondFailureDoesNotHideTheFirst() {
        sandbox.faults().onRequest(2, Fault.status(400, "{\"error\":\"Taken\"}"));
        sandbox.faults().onRequest(3, Fault.status(401, ""));

        CallRailFailure failure = failure(() -> registration.register(company));

        assertThat(failure).hasMessageContaining("\"Taken\"");
        assertThat(failure.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(CallRailFailure.class, second -> assertThat(second.kind())
                        .isEqualTo(FailureKind.UNAUTHORIZED));
    }

    @Test
    void anIntegrationThatIsNotListedIsReported() {
        sandbox.faults().onRequest(3, Fault.body("application/json", "{\"integrations\":[],\"total_pages\":1}"));

        CallRailFailure failure = failure(() -> registration.register(company));

        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED);
        assertThat(failure).hasMessageContaining("does not list it");
        assertThat(methods()).isEqualTo("GET POST GET");
    }

    @Test
    void noSecretIsShown() {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Runnable end = CapturedLog.everything(log);
        StringWriter shown = new StringWriter();
        String key;
        try {
            registration.register(company);
            key = sandbox.webhooks().signingKey(company);
            shown.append(API.of(sandbox).find(company).orElseThrow().toString());
            shown.append(registration.urls(company).toString());
            for (Fault fault : List.of(FORBIDDEN, Fault.garbage(), Fault.truncatedBody(), Fault.status(500, ""))) {
                sandbox.faults().clear();
                sandbox.faults().always("integrations", fault);
                failure(() -> registration.register(company)).printStackTrace(new PrintWriter(shown));
            }
        } finally {
            end.run();
        }

        assertThat(key).hasSize(32);
        assertThat(shown.toString()).contains(company).doesNotContain(key).doesNotContain("secret");
        assertThat(log).isNotEmpty().noneMatch(line -> line.contains(key) || line.contains("token=secret"));
    }

    private String add() {
        return sandbox.data()
                .add(
                        "integrations",
                        Map.of("type", "Webhooks", "company_id", company, "state", "active", "config", Map.of()));
    }

    private static CallRailFailure failure(Runnable action) {
        CallRailFailure failure = catchThrowableOfType(CallRailFailure.class, action::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    private String methods() {
        return String.join(
                " ",
                sandbox.journal().requests().stream()
                        .map(RecordedRequest::method)
                        .toList());
    }
}
