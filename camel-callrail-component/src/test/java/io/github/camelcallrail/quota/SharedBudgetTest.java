package io.github.camelcallrail.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.Postgres;
import io.github.camelcallrail.ShortLivedJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Processes that share a budget in PostgreSQL. */
class SharedBudgetTest {

    private static final String READY = "ready";
    private static final String GRANTED = "granted";

    @Test
    void twoProcessesStayWithinItTogether() throws Exception {
        String url = Postgres.url();
        try (Asker one = new Asker(url, 60, 100);
                Asker other = new Asker(url, 60, 100)) {
            one.awaitReady();
            other.awaitReady();
            one.begin();
            other.begin();

            assertThat(one.grantedToTheEnd() + other.grantedToTheEnd()).isEqualTo(60);
            assertThat(one.process.waitFor() + other.process.waitFor()).isZero();
        }
    }

    @Test
    void aProcessThatIsKilledLosesAtMostTheRequestItWasAbout() throws Exception {
        String url = Postgres.url();
        try (Asker killed = new Asker(url, 1_500, 100_000);
                Asker other = new Asker(url, 1_500, 1_600)) {
            killed.awaitReady();
            other.awaitReady();
            killed.begin();
            for (int i = 0; i < 20; i++) {
                assertThat(killed.output.readLine()).isEqualTo(GRANTED);
            }
            other.begin();
            // Not the process itself, which would close its output too.
            killed.process.toHandle().destroyForcibly();
            int grantedToKilled = 20 + killed.grantedToTheEnd();

            assertThat(grantedToKilled).as("it was killed in the middle").isLessThan(1_490);
            assertThat(grantedToKilled + other.grantedToTheEnd()).isBetween(1_499, 1_500);
            assertThat(other.process.waitFor()).isZero();
        }
    }

    /** What such a process does: it tries so often to take a request, and says what was granted. */
    public static void main(String[] arguments) throws IOException {
        RequestBudget budget = new JdbcRequestBudget(Postgres.poolAt(arguments[0]));
        Limits limits = new Limits(Integer.parseInt(arguments[1]), 10_000);
        System.out.println(READY);
        System.in.read();
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            if (budget.take("ACC1", limits, Instant.parse("2026-03-01T10:00:00Z"))
                    .isEmpty()) {
                System.out.println(GRANTED);
            }
        }
    }

    private static final class Asker implements AutoCloseable {

        final Process process;
        final BufferedReader output;

        Asker(String url, int perHour, int asked) throws IOException {
            List<String> command = ShortLivedJvm.command(List.of(), SharedBudgetTest.class);
            command.addAll(List.of(url, Integer.toString(perHour), Integer.toString(asked)));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            output = process.inputReader(StandardCharsets.UTF_8);
        }

        void awaitReady() throws IOException {
            assertThat(output.readLine()).isEqualTo(READY);
        }

        void begin() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        int grantedToTheEnd() {
            return (int) output.lines().filter(GRANTED::equals).count();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
