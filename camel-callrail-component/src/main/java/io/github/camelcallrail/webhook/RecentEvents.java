package io.github.camelcallrail.webhook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers the events of the last hour, at most 10,000, so that a copy of one is not accepted again: a copy has the
 * same kind, record and body. Only a change that equals an earlier one is accepted if another event of that record came
 * in between, because it may undo what that one did: bodies do not tell when a change was made. Thread-safe.
 */
public final class RecentEvents {

    static final Duration WINDOW = Duration.ofHours(1);
    static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Instant> accepted = eldestRemoved();
    private final Map<String, String> lastOfRecord = eldestRemoved();
    private final Map<String, CompletableFuture<Boolean>> inWork = new ConcurrentHashMap<>();

    public RecentEvents(Clock clock) {
        this.clock = clock;
    }

    private static <V> Map<String, V> eldestRemoved() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /**
     * Accepts an event unless it is a copy of one that was accepted. A copy that comes meanwhile waits for the outcome.
     *
     * @param recordId the id of the record; empty if it has none
     * @param work what makes the event accepted; if it throws, the event is not, and a copy of it may be
     * @return false for a copy
     */
    public boolean acceptOnce(EventKind kind, Optional<String> recordId, byte[] body, Runnable work) {
        String key = kind.text() + " " + recordId.orElse("") + " " + digest(body);
        CompletableFuture<Boolean> own = new CompletableFuture<>();
        CompletableFuture<Boolean> other = inWork.putIfAbsent(key, own);
        while (other != null) {
            if (other.join()) {
                return false;
            }
            other = inWork.putIfAbsent(key, own);
        }
        boolean done = false;
        try {
            if (isCopy(kind, recordId, key)) {
                done = true;
                return false;
            }
            work.run();
            remember(recordId, key);
            done = true;
            return true;
        } finally {
            inWork.remove(key);
            own.complete(done);
        }
    }

    private synchronized boolean isCopy(EventKind kind, Optional<String> recordId, String key) {
        Instant before = accepted.get(key);
        boolean recent = before != null && clock.instant().isBefore(before.plus(WINDOW));
        boolean undone = kind.isChange()
                && recordId.map(lastOfRecord::get)
                        .filter(last -> !last.equals(key))
                        .isPresent();
        return recent && !undone;
    }

    private synchronized void remember(Optional<String> recordId, String key) {
        accepted.remove(key);
        accepted.put(key, clock.instant());
        recordId.ifPresent(id -> {
            lastOfRecord.remove(id);
            lastOfRecord.put(id, key);
        });
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
