package io.github.camelcallrail;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.apache.camel.util.concurrent.CamelThreadFactory;

/** Has repeated tasks of a context, in threads of one name, run only when a test runs them. */
public final class HeldSchedules extends DefaultThreadPoolFactory {

    private final String threads;
    private final List<Runnable> tasks = new CopyOnWriteArrayList<>();

    private HeldSchedules(String threads) {
        this.threads = threads;
    }

    /** Holds the tasks that the context schedules from now on in threads of this name. */
    public static HeldSchedules in(CamelContext context, String threads) {
        HeldSchedules held = new HeldSchedules(threads);
        context.getExecutorServiceManager().setThreadPoolFactory(held);
        return held;
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory factory) {
        return factory instanceof CamelThreadFactory camel && camel.getName().equals(threads)
                ? new Held(factory)
                : super.newScheduledThreadPool(profile, factory);
    }

    /** Runs every task so often, in this thread. */
    public void run(int times) {
        for (int i = 0; i < times; i++) {
            tasks.forEach(Runnable::run);
        }
    }

    private final class Held extends ScheduledThreadPoolExecutor {

        private final List<Runnable> own = new CopyOnWriteArrayList<>();

        Held(ThreadFactory factory) {
            super(1, factory);
            setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initial, long delay, TimeUnit unit) {
            own.add(task);
            tasks.add(task);
            return schedule(() -> {}, initial, unit);
        }

        @Override
        public List<Runnable> shutdownNow() {
            tasks.removeAll(own);
            return super.shutdownNow();
        }
    }
}
