package io.github.camelcallrail.options;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.QueryOptions;
import io.github.camelcallrail.query.ReportPlan;
import java.util.Optional;
import java.util.Set;

/**
 * What the options of one endpoint ask for, where those that it inherits count only if they apply.
 *
 * @param report the report's name as a user wrote it
 * @param inherited names of options that are defaults for all endpoints
 */
public record EndpointOptions(String report, OptionSource source, Set<String> inherited) {

    /**
     * What to ask when a message says nothing else.
     *
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public ReportPlan plan() {
        return plan(QueryOptions.NONE);
    }

    /** What to ask, with the headers of a message laid over the options. */
    public ReportPlan plan(QueryOptions headers) {
        return ReportPlan.of(found(), all().only(inherited::contains), given().overlaidBy(headers));
    }

    /** How a consumer reads incrementally; empty when it does not. */
    public Optional<IncrementalOptions> incremental() {
        return IncrementalOptions.of(found(), source, inherited, given());
    }

    /** What an incremental consumer asks. */
    public ReportPlan incrementalPlan() {
        return ReportPlan.of(
                found(),
                all().only(option -> inherited.contains(option) && IncrementalOptions.possible(option)),
                given());
    }

    /** Fails for an endpoint that is told to be incremental and is no consumer. */
    public void requireNotIncremental(String what) {
        IncrementalOptions.requireNotGiven(what, source, inherited);
    }

    private Report found() {
        return ReportCatalogue.of(report);
    }

    private QueryOptions all() {
        return QueryOptionReader.of(source);
    }

    private QueryOptions given() {
        return all().only(option -> !inherited.contains(option));
    }
}
