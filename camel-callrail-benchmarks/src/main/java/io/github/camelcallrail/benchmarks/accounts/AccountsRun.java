package io.github.camelcallrail.benchmarks.accounts;

import io.github.camelcallrail.CallRailComponent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The main class of the process that polls all accounts. It prints a line several times in each interval, until it is
 * ended. Arguments: base URL, key, interval in milliseconds, directory for the state.
 */
final class AccountsRun {

    /** The samples in one interval: few, because each collects all garbage. */
    private static final int SAMPLES = 6;

    private AccountsRun() {}

    public static void main(String... arguments) throws Exception {
        LongAdder records = new LongAdder();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            CallRailComponent component = new CallRailComponent(context);
            component.getConfiguration().setBaseUrl(arguments[0]);
            component.getConfiguration().setApiKey(arguments[1]);
            context.addComponent("callrail", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("callrail:calls?accountId=*&incremental=true&daysBack=2&initialDelay=0&delay=" + arguments[2]
                                    + "&stateDirectory=" + arguments[3])
                            .routeId("accounts")
                            .process(exchange -> records.increment());
                }
            });
            context.start();
            long begin = System.nanoTime();
            while (true) {
                TimeUnit.MILLISECONDS.sleep(Long.parseLong(arguments[2]) / SAMPLES);
                System.out.println(sample(Duration.ofNanos(System.nanoTime() - begin), records.sum())
                        .text());
            }
        }
    }

    private static AccountsSample sample(Duration since, long records) {
        // Only a full collection shows how much of the heap is garbage.
        System.gc();
        return new AccountsSample(
                since.toMillis(),
                records,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos());
    }
}
