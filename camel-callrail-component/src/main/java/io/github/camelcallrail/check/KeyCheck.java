package io.github.camelcallrail.check;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.client.RequestPolicy;
import io.github.camelcallrail.client.RetryPolicy;
import io.github.camelcallrail.client.RetryingClient;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what an API key can do, and whether CallRail behaves as this component assumes: one record per check, in the
 * order in which a newcomer needs them. Only reads, with at most 60 requests. A check that fails is a record like any
 * other, and the next one follows. Records contain nothing personal. Read once, by one thread at a time: a record is
 * made when it is read.
 */
public final class KeyCheck implements Iterator<CallRailRecord> {

    /** Enough for a hiccup; anything that lasts longer is what the check is to report. */
    private static final int MOST_RETRIES = 1;

    private final CheckBudget budget;
    private final Iterator<Check> checks;

    private KeyCheck(CheckBudget budget, List<Check> checks) {
        this.budget = budget;
        this.checks = checks.iterator();
    }

    /**
     * A check that has not sent any request yet.
     *
     * @param policy how requests are sent; the check retries less
     * @param calls sends calls with a policy
     * @param apiVersion {@code v3} or {@code v2}
     * @param account the account to check; empty for the first that the key can see
     */
    public static KeyCheck of(
            RequestPolicy policy,
            Function<RequestPolicy, RetryingClient> calls,
            String apiVersion,
            Optional<String> account,
            Clock clock,
            ServerClock serverClock) {
        CheckBudget budget = new CheckBudget(policy.budget());
        ProbeClient client = new ProbeClient(calls.apply(within(policy, budget)), apiVersion);
        CheckedAccount checked = new CheckedAccount(account);
        Samples samples = new Samples(client, checked, clock);
        CallProbes probes = new CallProbes(client, samples, checked, clock);
        AccountChecks accounts = new AccountChecks(client, samples, checked);
        ReportChecks reports = new ReportChecks(client, samples);
        AssumptionChecks assumptions = new AssumptionChecks(
                new OrderChecks(probes, samples, clock),
                new PageChecks(client, probes, samples),
                new DateChecks(probes),
                new ValueChecks(samples),
                new LinkChecks(probes));
        ConnectionChecks connection = new ConnectionChecks(client, serverClock, policy.limits());
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("key", accounts::key));
        checks.add(new Check("accounts", accounts::accounts));
        checks.add(new Check("companies", accounts::companies));
        ReportCatalogue.all()
                .forEach(report -> checks.add(new Check("report-" + report.name(), () -> reports.of(report))));
        for (Assumption assumption : Assumption.values()) {
            checks.add(assumptions.of(assumption));
        }
        checks.add(new Check("rate-headers", connection::rateHeaders));
        checks.add(new Check("clock", connection::clock));
        checks.add(new Check("webhooks", new WebhookChecks(client, samples, checked)::webhooks));
        return new KeyCheck(budget, checks);
    }

    private static RequestPolicy within(RequestPolicy policy, CheckBudget budget) {
        RetryPolicy retries = policy.retries();
        return new RequestPolicy(
                budget,
                policy.pauses(),
                policy.limits(),
                policy.budgetWait(),
                policy.connectionWait(),
                new RetryPolicy(Math.min(MOST_RETRIES, retries.most()), retries.delay(), retries.within()),
                policy.wanted(),
                policy.observer());
    }

    @Override
    public boolean hasNext() {
        return checks.hasNext();
    }

    @Override
    public CallRailRecord next() {
        Check check = checks.next();
        int before = budget.sent();
        Finding finding = finding(check);
        return finding.record(check.name(), budget.sent() - before);
    }

    private static Finding finding(Check check) {
        try {
            return check.probe().get();
        } catch (CallRailFailure failure) {
            return FailureFindings.of(failure);
        } catch (ProbeSkipped skipped) {
            return Finding.unknown("Not tried: " + skipped.getMessage() + ".");
        }
    }
}
