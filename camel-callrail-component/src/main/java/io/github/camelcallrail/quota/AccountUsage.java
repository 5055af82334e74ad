package io.github.camelcallrail.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The requests of one account that this process and its stores know of. Thread-safe. */
final class AccountUsage {

    private static final int BLOCKS_PER_HOUR = 50;

    private final String account;
    // A lock, because synchronized would pin the carrier of a virtual thread while a store writes.
    private final ReentrantLock lock = new ReentrantLock();
    private final RequestLog log = new RequestLog();
    /** The part of the log that was loaded from stores. */
    private final RequestLog inherited = new RequestLog();

    private final List<KeptUsage> stores = new ArrayList<>();
    private int savedAhead;

    AccountUsage(String account) {
        this.account = account;
    }

    Optional<Instant> take(Limits limits, Instant now) {
        return locked(() -> {
            if (savedAhead == 0) {
                stores.forEach(this::load);
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
            if (stores.stream().noneMatch(known -> known.isIn(store))) {
                KeptUsage added = new KeptUsage(account, store);
                stores.add(added);
                load(added);
                // The new store does not contain the current block yet.
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
            RequestLog added = loaded.beyond(inherited);
            inherited.add(added);
            log.add(added);
        });
    }

    private void saveAhead(Limits limits) {
        if (savedAhead == 0) {
            save(Math.max(1, limits.perHour() / BLOCKS_PER_HOUR));
        }
        savedAhead--;
    }

    private void save(int reserved) {
        String text = RequestLogText.of(log, reserved);
        stores.forEach(usage -> usage.save(text));
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
