package io.github.camelcallrail.examples.cluster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;

import io.github.camelcallrail.examples.cluster.SharedDatabase.Arrival;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The records of the sandbox, and those that have arrived. */
final class Records {

    static final List<String> REPORTS = List.of("calls", "form-submissions");

    private final CallRailSandbox sandbox;
    private final SharedDatabase database;

    Records(CallRailSandbox sandbox, SharedDatabase database) {
        this.sandbox = sandbox;
        this.database = database;
    }

    /** Adds records to each report of an account, from a while ago until the last whole minute that is read. */
    void add(String account, int each, Duration ago) {
        Instant to = Instant.now().minus(Duration.ofMinutes(2));
        for (String report : REPORTS) {
            sandbox.data().generate(account, report, each, to.minus(ago), to);
        }
    }

    /** The accounts and ids of all records of the sandbox. */
    Set<String> inSandbox() {
        return sandbox.accountIds().stream().flatMap(this::inAccount).collect(toSet());
    }

    private Stream<String> inAccount(String account) {
        return REPORTS.stream()
                .flatMap(report -> sandbox.data().ids(account, report, record -> true).stream())
                .map(id -> account + " " + id);
    }

    /** The accounts and ids of all records that have arrived. */
    Set<String> arrived() throws SQLException {
        return database.arrivals().stream()
                .map(arrival -> arrival.account() + " " + arrival.id())
                .collect(toSet());
    }

    /** How many times records of an account and report arrived again; only accounts and reports where any did. */
    Map<String, Integer> again() throws SQLException {
        return database.arrivals().stream()
                .filter(arrival -> arrival.times() > 1)
                .collect(groupingBy(
                        arrival -> arrival.account() + " " + arrival.report(),
                        summingInt(arrival -> arrival.times() - 1)));
    }

    /** How many records each node was the first to send. */
    Map<String, Integer> byNode() throws SQLException {
        return database.arrivals().stream().collect(groupingBy(Arrival::node, summingInt(arrival -> 1)));
    }
}
