package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.RecordedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Polls whose processes are killed as planned, and started anew until the poll comes to its end. */
final class KilledPolls implements AutoCloseable {

    /** Under which the consumer is to keep its state. */
    static final String STATE_KEY = "killed";

    private final CallRailSandbox sandbox;
    private final Clock clock;
    private final KilledSink sink;
    private final Path output;
    private final String[] arguments;
    private final List<String> story;
    private ConsumerProcess process;
    private ConsumerProcess spare;
    private int processes;

    /**
     * @param story to which is added what was done, and at which gates the processes were killed
     * @param output a directory for what the processes print
     * @param arguments what {@link GatedConsumer#main} wants beside the port
     */
    KilledPolls(
            CallRailSandbox sandbox, Clock clock, KilledSink sink, List<String> story, Path output, String... arguments)
            throws IOException {
        this.sandbox = sandbox;
        this.clock = clock;
        this.sink = sink;
        this.story = story;
        this.output = output;
        this.arguments = arguments;
        this.process = start();
        this.spare = start();
    }

    // One ahead, because a JVM takes longer to start than to poll.
    private ConsumerProcess start() throws IOException {
        return new ConsumerProcess(output.resolve("process" + ++processes), arguments);
    }

    /** Polls with these kills, all of which come to pass; the interlude is what happens while a process is down. */
    void poll(List<Kill> kills, Runnable interlude) throws IOException {
        KillPlan plan = new KillPlan(STATE_KEY, kills);
        while (!ends(plan)) {
            sink.processKilled();
            interlude.run();
            process.close();
            process = spare;
            spare = start();
        }
        assertThat(plan.ahead()).as("kills that did not come to pass").isEmpty();
        sink.pollEnded();
        story.add("polled at " + clock.instant());
    }

    /** Whether the poll came to its end before the process came to where it is killed. */
    private boolean ends(KillPlan plan) throws IOException {
        boolean armed = armed(plan, false);
        process.poll(clock.instant());
        Optional<String> gate = process.next();
        while (gate.isPresent()) {
            if (gate.get().equals("polled")) {
                return true;
            }
            receive(gate.get().split(" "));
            if (plan.strikes(gate.get())) {
                process.kill();
                story.add(plan.struck() + ": " + gate.get());
                return false;
            }
            armed = armed(plan, armed);
            process.go();
            gate = process.next();
        }
        story.add(plan.struck() + ": " + requested());
        return false;
    }

    /** Lets the next request kill the process that asks, before it is answered, if that is planned. */
    private boolean armed(KillPlan plan, boolean before) {
        if (!before && plan.fetchIsNext()) {
            int asked = sandbox.journal().requests("calls").size();
            sandbox.faults().afterRequest("calls", asked + 1, process::kill);
            return true;
        }
        return before;
    }

    private String requested() {
        List<RecordedRequest> requests = sandbox.journal().requests("calls");
        RecordedRequest latest = requests.get(requests.size() - 1);
        return "page " + latest.parameter("page").orElse("") + " from "
                + latest.parameter("start_date").orElse("");
    }

    private void receive(String[] gate) {
        if (gate[0].equals("received")) {
            sink.receive(gate[1], gate[2]);
        } else if (gate[0].equals("written") && gate[1].equals(STATE_KEY)) {
            sink.confirm();
        }
    }

    /** Lets the process end in an orderly way, and gives back with which code it did. */
    int end() throws IOException {
        return process.end();
    }

    @Override
    public void close() {
        process.close();
        spare.close();
    }
}
