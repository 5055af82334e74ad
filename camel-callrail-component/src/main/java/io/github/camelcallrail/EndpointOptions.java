package io.github.camelcallrail;

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
record EndpointOptions(String report, CallRailConfiguration configuration, Set<String> inherited) {

    /**
     * What to ask when a message says nothing else.
     *
     * @throws CallRailFailure of kind CONFIGURATION
     */
    ReportPlan plan() {
        return plan(QueryOptions.NONE);
    }

    /** What to ask, with the headers of a message laid over the options. */
    ReportPlan plan(QueryOptions headers) {
        return ReportPlan.of(found(), all().only(inherited::contains), given().overlaidBy(headers));
    }

    /** How a consumer reads incrementally; empty when it does not. */
    Optional<IncrementalOptions> incremental() {
        return IncrementalOptions.of(found(), configuration, inherited, given());
    }

    /** What an incremental consumer asks. */
    ReportPlan incrementalPlan() {
        return ReportPlan.of(
                found(),
                all().only(option -> inherited.contains(option) && IncrementalOptions.possible(option)),
                given());
    }

    /** Fails for an endpoint that is told to be incremental and is no consumer. */
    void requireNotIncremental(String what) {
        IncrementalOptions.requireNotGiven(what, configuration, inherited);
    }

    private Report found() {
        return ReportCatalogue.of(report);
    }

    private QueryOptions all() {
        return QueryOptionReader.of(configuration);
    }

    private QueryOptions given() {
        return all().only(option -> !inherited.contains(option));
    }
}
