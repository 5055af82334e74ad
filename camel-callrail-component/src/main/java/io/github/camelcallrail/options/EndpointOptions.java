package io.github.camelcallrail.options;

import io.github.camelcallrail.catalogue.Operation;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.QueryOptions;
import io.github.camelcallrail.query.ReportPlan;
import java.util.Optional;
import java.util.Set;

/**
 * The options of one endpoint. Options that it inherits from the component apply only if its report accepts them.
 *
 * @param report the name of the report as the user wrote it
 * @param inherited names of the options that are defaults for all endpoints
 */
public record EndpointOptions(String report, OptionSource source, Set<String> inherited) {

    /**
     * The plan without headers of a message.
     *
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public ReportPlan plan() {
        return plan(QueryOptions.NONE);
    }

    /** The plan in which the headers of a message override the options. */
    public ReportPlan plan(QueryOptions headers) {
        QueryOptions all = all();
        return ReportPlan.of(
                catalogueEntry(), all.only(inherited::contains), given(all).overriddenBy(headers));
    }

    /** How a consumer reads incrementally; empty if it does not. */
    public Optional<IncrementalOptions> incremental() {
        return IncrementalOptions.of(catalogueEntry(), source, inherited, given(all()));
    }

    /** The plan of an incremental consumer. */
    public ReportPlan incrementalPlan() {
        QueryOptions all = all();
        return ReportPlan.of(
                catalogueEntry(),
                all.only(option -> inherited.contains(option) && IncrementalOptions.combinable(option)),
                given(all));
    }

    /** Fails if an endpoint that is not a consumer has options of incremental consumers. */
    public void requireNotIncremental(String what) {
        IncrementalOptions.requireNotGiven(what, source, inherited);
    }

    /** Fails if an endpoint that only names the state of a consumer has other options of incremental consumers. */
    public void requireOnlyState(String what) {
        IncrementalOptions.requireOnlyState(what, source, inherited);
    }

    /**
     * What the operation reads.
     *
     * @throws CallRailFailure of kind CONFIGURATION if the report does not exist, or does not support the operation
     */
    public Report catalogueEntry() {
        Report listed = ReportCatalogue.of(report);
        return listed.of(Operation.of(source.text("operation"), listed));
    }

    private QueryOptions all() {
        return QueryOptionReader.of(source);
    }

    private QueryOptions given(QueryOptions all) {
        return all.only(option -> !inherited.contains(option));
    }
}
