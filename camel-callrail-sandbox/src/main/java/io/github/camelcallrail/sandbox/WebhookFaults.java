package io.github.camelcallrail.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * What goes wrong with deliveries. Chance depends on the seed of the sandbox, so that the same changes have the same
 * faults. Settings apply to what happens from then on, until {@link #clear()}. Thread-safe.
 */
public final class WebhookFaults {

    /** What is wrong with one delivery. */
    enum Mistake {
        NONE,
        TAMPERED,
        UNSIGNED,
        WRONG_KEY
    }

    /**
     * How one event is delivered to one URL.
     *
     * @param copies how often; 0 if it is lost
     * @param window how many are collected and then sent out of order; 1 to send each at once
     */
    record Plan(int copies, Mistake mistake, boolean formEncoded, Duration late, int window) {}

    private final long seed;
    private final Queue<Mistake> mistakes = new ArrayDeque<>();
    private SplittableRandom random;
    private double shareLost;
    private double shareTwice;
    private int window;
    private Duration late;
    private boolean formEncoded;
    private int lost;
    private int doubled;

    WebhookFaults(long seed) {
        this.seed = seed;
        clear();
    }

    /** Does not send this share of the deliveries, from 0 to 1. */
    public synchronized void lose(double share) {
        shareLost = checked(share);
    }

    /** Sends this share of the deliveries twice, from 0 to 1: the same body with the same signature. */
    public synchronized void twice(double share) {
        shareTwice = checked(share);
    }

    /**
     * Collects so many deliveries per URL and sends them in another order. Fewer are sent when a test waits by {@link
     * WebhookSender#awaitIdle}, or after a second. With 1, sends each at once.
     */
    public synchronized void shuffle(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("A window has at least 1 delivery, not " + window);
        }
        this.window = window;
    }

    /** Sends each delivery so much later, in real time. */
    public synchronized void late(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("A delay is not negative: " + delay);
        }
        late = delay;
    }

    /** Changes one byte of the next delivery after it is signed; the body stays well-formed. */
    public void tamper() {
        add(Mistake.TAMPERED);
    }

    /** Sends the next delivery without a signature. */
    public void unsigned() {
        add(Mistake.UNSIGNED);
    }

    /** Signs the next delivery with another key. */
    public void wrongKey() {
        add(Mistake.WRONG_KEY);
    }

    /** Sends {@code application/x-www-form-urlencoded} bodies, in which all values are text. */
    public synchronized void formEncoded() {
        formEncoded = true;
    }

    /** Sends JSON bodies again. */
    public synchronized void json() {
        formEncoded = false;
    }

    /** How many deliveries were not sent since the last {@link #clear()}. */
    public synchronized int lost() {
        return lost;
    }

    /** How many deliveries were sent twice since the last {@link #clear()}. */
    public synchronized int doubled() {
        return doubled;
    }

    /** Ends all faults, restarts both counts at 0 and chance at its beginning, and sends JSON. */
    public synchronized void clear() {
        mistakes.clear();
        random = new SplittableRandom(seed);
        shareLost = 0;
        shareTwice = 0;
        window = 1;
        late = Duration.ZERO;
        formEncoded = false;
        lost = 0;
        doubled = 0;
    }

    /** Decides on the next delivery. */
    synchronized Plan next() {
        // Always two numbers, so that one setting does not change the effect of the other.
        boolean isLost = random.nextDouble() < shareLost;
        boolean isDoubled = random.nextDouble() < shareTwice && !isLost;
        lost += isLost ? 1 : 0;
        doubled += isDoubled ? 1 : 0;
        int copies = isLost ? 0 : isDoubled ? 2 : 1;
        // A mistake waits for a delivery that is sent.
        Mistake mistake = isLost || mistakes.isEmpty() ? Mistake.NONE : mistakes.remove();
        return new Plan(copies, mistake, formEncoded, late, window);
    }

    private synchronized void add(Mistake mistake) {
        mistakes.add(Objects.requireNonNull(mistake));
    }

    private static double checked(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share is from 0 to 1, not " + share);
        }
        return share;
    }
}
