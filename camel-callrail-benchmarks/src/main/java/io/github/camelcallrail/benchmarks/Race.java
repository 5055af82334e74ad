package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.contender.Contender;
import io.github.camelcallrail.benchmarks.contender.ContenderEntry;
import io.github.camelcallrail.benchmarks.contender.RouteWork;
import io.github.camelcallrail.benchmarks.contender.Sink;
import io.github.camelcallrail.benchmarks.contender.Source;
import io.github.camelcallrail.benchmarks.measure.Meter;
import io.github.camelcallrail.benchmarks.measure.Sample;
import io.github.camelcallrail.benchmarks.server.CallGrid;
import io.github.camelcallrail.benchmarks.server.CallServer;
import io.github.camelcallrail.benchmarks.server.CallTemplates;
import io.github.camelcallrail.benchmarks.server.Profile;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lets contenders read the same calls from the same server in turns, round by round, so that other load and the warm-up
 * of the machine affect them all equally.
 */
final class Race {

    private final Arguments arguments;
    private final Consumer<String> progress;
    private final Meter meter = new Meter();
    private final Map<Profile, CallTemplates> templates = new EnumMap<>(Profile.class);

    /** @param progress receives messages on the progress */
    Race(Arguments arguments, Consumer<String> progress) {
        this.arguments = arguments;
        this.progress = progress;
    }

    Outcome run(Scenario scenario) throws Exception {
        Outcome outcome = new Outcome(scenario, templates(scenario.profile()).bytesPerCall());
        List<ContenderEntry> entries = arguments.entries().stream()
                .filter(entry -> scenario.suits(entry.kind()))
                .toList();
        CallGrid grid = CallGrid.endingBefore(Instant.now(), arguments.perMinute(), scenario.records());
        int warmUps = arguments.warmUps().orElse(scenario.warmUps());
        int rounds = arguments.rounds().orElse(scenario.rounds());
        try (CallServer server =
                new CallServer(grid, templates(scenario.profile()), scenario.latency(), arguments.gzip())) {
            Source source = new Source(server.baseUrl(), grid, arguments.pageSize());
            for (int round = -warmUps; round < rounds; round++) {
                for (ContenderEntry entry : entries) {
                    progress.accept("%s, %s, %s"
                            .formatted(
                                    scenario.name(),
                                    round < 0 ? "warming up" : "round " + (round + 1) + " of " + rounds,
                                    entry.name()));
                    Sample sample = sample(scenario, entry, source, server);
                    if (round >= 0) {
                        outcome.add(entry, sample);
                    }
                }
            }
        }
        return outcome;
    }

    private Sample sample(Scenario scenario, ContenderEntry entry, Source source, CallServer server) throws Exception {
        Sink sink = new Sink(new RouteWork(scenario.work()));
        try (Contender contender = entry.open(source, sink)) {
            meter.begin(server);
            contender.read();
            Sample sample = meter.end(sink.count());
            sink.require(scenario.records(), entry.name());
            return sample;
        }
    }

    private CallTemplates templates(Profile profile) {
        return templates.computeIfAbsent(profile, CallTemplates::new);
    }
}
