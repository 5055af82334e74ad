package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WebhookFaultsTest extends WebhookTesting {

    @Test
    void losesAndDoublesAsManyAsItSays() {
        webhooks.faults().lose(0.3);
        webhooks.faults().twice(0.4);
        List<String> ids = add(100);
        List<String> arrived = arrived();
        int lost = webhooks.faults().lost();
        int doubled = webhooks.faults().doubled();
        assertThat(lost).isBetween(10, 50);
        assertThat(doubled).isBetween(10, 60);
        assertThat(new HashSet<>(arrived)).hasSize(100 - lost);
        assertThat(arrived).hasSize(100 - lost + doubled).isSubsetOf(ids);
        assertThat(webhooks.deliveries()).hasSameSizeAs(arrived);
        sandbox.reset();
        webhooks.register("post-call", receiver.url("/post"));
        assertThat(webhooks.faults().lost()).isZero();
        webhooks.faults().lose(0.3);
        webhooks.faults().twice(0.4);
        add(100);
        arrived();
        assertThat(webhooks.faults().lost()).isEqualTo(lost);
        assertThat(webhooks.faults().doubled()).isEqualTo(doubled);
    }

    @Test
    void allOrNothing() {
        webhooks.faults().lose(1);
        add(3);
        webhooks.faults().lose(0);
        webhooks.faults().twice(1);
        String id = add();
        assertThat(arrived()).containsExactly(id, id);
        assertThat(webhooks.faults().lost()).isEqualTo(3);
        assertThat(receiver.hooks().get(0).body())
                .isEqualTo(receiver.hooks().get(1).body());
        for (Consumer<Double> share : List.<Consumer<Double>>of(webhooks.faults()::lose, webhooks.faults()::twice)) {
            assertThatThrownBy(() -> share.accept(1.1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> share.accept(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shufflesWithinAWindow() {
        webhooks.faults().shuffle(4);
        List<String> ids = add(10);
        List<String> arrived = arrived();
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(arrived.subList(0, 4))
                .containsExactlyInAnyOrderElementsOf(ids.subList(0, 4))
                .isNotEqualTo(ids.subList(0, 4));
        assertThat(arrived.subList(8, 10)).containsExactly(ids.get(9), ids.get(8));
        webhooks.faults().shuffle(1);
        List<String> inOrder = add(5);
        assertThat(arrived()).endsWith(inOrder.toArray(String[]::new));
    }

    @Test
    void nothingIsHeldForEver() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        WebhookQueue queue = new WebhookQueue(1);
        queue.add(latch::countDown, Duration.ZERO, 100);
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        queue.close();
    }

    @Test
    void deliversLate() {
        webhooks.faults().late(Duration.ofHours(1));
        add();
        assertThat(webhooks.awaitIdle(Duration.ofMillis(1))).isFalse();
        assertThat(receiver.hooks()).isEmpty();
        webhooks.faults().late(Duration.ZERO);
        sandbox.reset();
        assertThat(webhooks.awaitIdle(Duration.ZERO)).isTrue();
        webhooks.register("post-call", receiver.url("/post"));
        webhooks.faults().late(Duration.ofMillis(5));
        assertThat(add(2)).isEqualTo(arrived());
    }

    @Test
    void spoilsOneDeliveryEach() {
        String key = webhooks.signingKey();
        webhooks.faults().tamper();
        webhooks.faults().unsigned();
        webhooks.faults().wrongKey();
        add(4);
        assertThat(arrived()).hasSize(4);
        List<HookReceiver.Hook> hooks = receiver.hooks();
        assertThat(hooks.get(0).header("Signature")).hasSize(28);
        assertThat(hooks.get(0).isSignedWith(key)).isFalse();
        assertThat(hooks.get(1).header("Signature")).isNull();
        assertThat(hooks.get(2).header("Signature")).hasSize(28);
        assertThat(hooks.get(2).isSignedWith(key)).isFalse();
        assertThat(hooks.get(3).isSignedWith(key)).isTrue();
        assertThat(webhooks.deliveries().get(1).signature()).isEmpty();
    }

    @Test
    void tampersWithExactlyOneByte() {
        byte[] body = "{\"a\":\"b9\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(WebhookContent.tampered(body))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"a\":\"b8\"}");
    }

    @Test
    void aMistakeWaitsForADeliveryThatIsSent() {
        webhooks.faults().unsigned();
        webhooks.faults().lose(1);
        add();
        webhooks.faults().lose(0);
        add();
        arrived();
        assertThat(receiver.hooks().get(0).header("Signature")).isNull();
    }
}
