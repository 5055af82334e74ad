package io.github.camelcallrail.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What one account has used, as far as this process and its stores know. Thread-safe. */
final class AccountUsage {

    private static final int BLOCKS_OF_AN_HOUR = 50;

    private final String account;
    // Not synchronized, which would pin the carrier of a virtual thread while a store writes.
    private final ReentrantLock lock = new ReentrantLock();
    private final RequestLog log = new RequestLog();
    /** The part of the log that comes from stores. */
    private final RequestLog inherited = new RequestLog();

    private final List<KeptUsage> kept = new ArrayList<>();
    private int savedAhead;

    AccountUsage(String account) {
        this.account = account;
    }

    Optional<Instant> take(Limits limits, Instant now) {
        return locked(() -> {
            if (savedAhead == 0) {
                kept.forEach(this::load);
            }
            Optional<Instant> next = log.next(limits, now);
            if (next.isEmpty()) {
                saveAhead(limits);
                log.take(limits, now);
            }
            return next;
        });
    }

    void raise(int inHour, int inDay, Instant now) {
        locked(() -> {
            log.raise(inHour, inDay, now);
            return null;
        });
    }

    RequestUsage used(Instant now) {
        return locked(() -> log.used(now));
    }

    void keepIn(UsageStore store) {
        locked(() -> {
            if (kept.stream().noneMatch(known -> known.isIn(store))) {
                KeptUsage added = new KeptUsage(account, store);
                kept.add(added);
                load(added);
                // It does not hold the block yet.
                savedAhead = 0;
            }
            return null;
        });
    }

    void settle() {
        locked(() -> {
            save(0);
            return null;
        });
    }

    private void load(KeptUsage usage) {
        usage.load().ifPresent(loaded -> {
            RequestLog gained = loaded.beyond(inherited);
            inherited.add(gained);
            log.add(gained);
        });
    }

    private void saveAhead(Limits limits) {
        if (savedAhead == 0) {
            save(Math.max(1, limits.perHour() / BLOCKS_OF_AN_HOUR));
        }
        savedAhead--;
    }

    private void save(int reserved) {
        String text = RequestLogText.of(log, reserved);
        kept.forEach(usage -> usage.save(text));
        savedAhead = reserved;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
