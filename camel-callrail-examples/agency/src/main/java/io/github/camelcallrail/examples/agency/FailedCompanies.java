package io.github.camelcallrail.examples.agency;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/** Joins the messages of the companies with a property {@code failed}, for the end of the split. */
public class FailedCompanies implements AggregationStrategy {

    private static final String FAILED = "failed";

    @Override
    public Exchange aggregate(Exchange before, Exchange company) {
        if (before == null) {
            return company;
        }
        String failed = company.getProperty(FAILED, String.class);
        if (failed != null) {
            String others = before.getProperty(FAILED, String.class);
            before.setProperty(FAILED, others == null ? failed : others + "; " + failed);
        }
        return before;
    }
}
