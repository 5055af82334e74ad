package io.github.camelcallrail.dashboard;

import io.github.camelcallrail.charts.Chart;
import io.github.camelcallrail.charts.Figure;
import java.util.List;

/**
 * Everything that the page shows, except the time. Nothing of it names a caller.
 *
 * @param source where the records come from
 * @param zone the time zone of the charts
 * @param days how many days the figures and charts cover
 * @param calls how many calls these days have
 * @param reports one for each consumer
 * @param budgets one for each account
 */
record DashboardState(
        String source,
        String zone,
        int days,
        long calls,
        List<Figure> figures,
        List<Chart> charts,
        List<ReportStatus> reports,
        List<RequestsLeft> budgets) {}
