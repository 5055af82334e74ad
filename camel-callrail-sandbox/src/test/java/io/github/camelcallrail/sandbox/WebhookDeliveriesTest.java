package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDeliveriesTest extends WebhookTesting {

    private Object state() {
        return sandbox.data().rows("integrations").get(0).get("state");
    }

    @Test
    void deliversInOrderForEachUrlAndRecordsIt() {
        List<String> ids = add(30);

        assertThat(arrived()).isEqualTo(ids);
        List<WebhookDelivery> deliveries = webhooks.deliveries();
        assertThat(deliveries).extracting(WebhookDelivery::recordId).isEqualTo(ids);
        WebhookDelivery first = deliveries.get(0);
        assertThat(first.body()).isEqualTo(receiver.hooks().get(0).body());
        assertThat(first.signature()).isEqualTo(receiver.hooks().get(0).header("Signature"));
        assertThat(first.url()).isEqualTo(receiver.url("/post"));
        assertThat(first.status()).isEqualTo(204);
        assertThat(first.succeeded()).isTrue();
        assertThat(first.failure()).isEmpty();
        assertThat(first.at()).isEqualTo(NOW);
        assertThat(first.took()).isPositive();
    }

    @Test
    void aSlowReceiverBlocksNeitherTheChangeNorOtherUrls() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        try (HookReceiver slow = new HookReceiver()) {
            slow.waitFor(gate);
            webhooks.register("post-call", slow.url("/slow"));
            add(2);
            receiver.awaitHooks(2);
            assertThat(webhooks.awaitIdle(Duration.ofMillis(1))).isFalse();
            assertThat(slow.hooks()).hasSizeLessThan(2);
            gate.countDown();
            assertThat(webhooks.awaitIdle(ENOUGH)).isTrue();
            assertThat(slow.hooks()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 500, 503})
    void anyOtherStatusIsAFailureAndNeverSentAgain(int status) {
        receiver.answer(status);
        add();
        assertThat(arrived()).hasSize(1);
        assertThat(webhooks.deliveries()).extracting(WebhookDelivery::status).containsExactly(status);
        assertThat(webhooks.deliveries().get(0).succeeded()).isFalse();
        receiver.answer(299);
        add();
        assertThat(arrived()).hasSize(2);
        assertThat(webhooks.deliveries().get(1).succeeded()).isTrue();
    }

    @Test
    void aReceiverThatIsDownIsAFailure() {
        receiver.close();
        add();
        assertThat(webhooks.awaitIdle(ENOUGH)).isTrue();
        WebhookDelivery failed = webhooks.deliveries().get(0);
        assertThat(failed.status()).isZero();
        assertThat(failed.failure()).contains("ConnectException");
        assertThat(failed.succeeded()).isFalse();
    }

    @Test
    void tenFailuresInARowDisableUntilThePut() {
        receiver.answer(500);
        add(9);
        assertThat(arrived()).hasSize(9);
        receiver.answer(200);
        add();
        assertThat(arrived()).hasSize(10);
        assertThat(state()).isEqualTo("active");
        receiver.answer(500);
        add(12);
        assertThat(arrived()).hasSize(20);
        assertThat(state()).isEqualTo("disabled");
        receiver.answer(200);
        add();
        assertThat(arrived()).hasSize(20);
        Object id = sandbox.data().rows("integrations").get(0).get("id");
        new Client(sandbox).write("PUT", "integrations/" + id + ".json", "{\"state\":\"active\"}");
        String revived = add();
        assertThat(arrived()).hasSize(21).endsWith(revived);
    }

    @Test
    void countsFromTheBeginningWhenMadeActive() {
        Object id = sandbox.data().rows("integrations").get(0).get("id");
        Client client = new Client(sandbox);
        receiver.answer(500);
        add(9);
        assertThat(arrived()).hasSize(9);
        client.write("DELETE", "integrations/" + id + ".json", "");
        client.write("PUT", "integrations/" + id + ".json", "{\"state\":\"active\"}");
        add(9);
        assertThat(arrived()).hasSize(18);
        assertThat(state()).isEqualTo("active");
        add();
        assertThat(arrived()).hasSize(19);
        assertThat(state()).isEqualTo("disabled");
    }

    @Test
    void howManyFailuresDisableCanBeSet() {
        webhooks.disableAfter(2);
        receiver.answer(404);
        add(5);
        assertThat(arrived()).hasSize(2);
        assertThat(state()).isEqualTo("disabled");
        webhooks.register("post-call", receiver.url("/post"));
        assertThat(state()).isEqualTo("active");
        assertThatThrownBy(() -> webhooks.disableAfter(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRotatedKeySignsWhatHappensNext() {
        String before = webhooks.signingKey(company);
        add();
        String after = webhooks.rotateKey(company);
        add();
        arrived();
        assertThat(after).matches("[0-9a-f]{32}").isNotEqualTo(before).isEqualTo(webhooks.signingKey());
        assertThat(webhooks.rotateKey(company)).isNotIn(before, after);
        assertThat(receiver.hooks().get(0).isSignedWith(before)).isTrue();
        assertThat(receiver.hooks().get(1).isSignedWith(after)).isTrue();
        String none = sandbox.data().ids("companies").get(1);
        assertThatThrownBy(() -> webhooks.signingKey(none)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aResetForgetsEverything() {
        webhooks.faults().unsigned();
        webhooks.disableAfter(1);
        add();
        arrived();
        webhooks.faults().tamper();
        String key = webhooks.rotateKey(company);

        sandbox.reset();

        assertThat(webhooks.deliveries()).isEmpty();
        add();
        assertThat(webhooks.awaitIdle(ENOUGH)).isTrue();
        assertThat(receiver.hooks()).hasSize(1);
        webhooks.register("post-call", receiver.url("/post"));
        assertThat(webhooks.signingKey()).isNotEqualTo(key);
        add();
        arrived();
        assertThat(receiver.hooks().get(1).isSignedWith(webhooks.signingKey())).isTrue();
    }

    @Test
    void whatIsOnItsWayAtAResetLeavesNoTrace() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        receiver.waitFor(gate);
        webhooks.disableAfter(1);
        receiver.answer(500);
        add(3);
        receiver.awaitHooks(1);
        sandbox.reset();
        webhooks.register("post-call", receiver.url("/post"));
        receiver.answer(200);
        gate.countDown();
        String id = add();
        assertThat(arrived()).hasSize(2).endsWith(id);
        assertThat(webhooks.deliveries()).extracting(WebhookDelivery::recordId).containsExactly(id);
        assertThat(state()).isEqualTo("active");
    }

    @Test
    void aClosedSandboxSendsNothing() {
        CallRailSandbox closed = CallRailSandbox.builder().empty().start();
        closed.webhooks().register("post-call", receiver.url("/post"));
        closed.close();
        closed.data().add("tags", Map.of());
        closed.data().add("calls", Map.of("direction", "inbound", "recording", "x", "duration", 9));
        assertThat(closed.webhooks().awaitIdle(ENOUGH)).isTrue();
        assertThat(receiver.hooks()).isEmpty();
    }
}
