package io.github.camelcallrail.quickstart;

/** Lets the thread that made it end its work in good order at Ctrl-C, for as long as this is open. */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 10_000;

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption cancelling(Runnable cancel) {
        Thread working = Thread.currentThread();
        Thread hook = new Thread(() -> {
            cancel.run();
            try {
                // The process must not end before the database is closed.
                working.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running: that is why we are here.
        }
    }
}
