package io.github.camelcallrail.charts;

/** Counts calls for one chart. */
interface Tally {

    void add(CallRow call);

    Chart chart();
}
