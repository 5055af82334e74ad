package io.github.camelcallrail;

import io.github.camelcallrail.catalogue.Operation;
import io.github.camelcallrail.catalogue.Report.Mark;
import io.github.camelcallrail.feed.Reading;
import io.github.camelcallrail.feed.SourceRecords;
import io.github.camelcallrail.monitor.AccountStatus;
import io.github.camelcallrail.operation.ComputedWalk;
import io.github.camelcallrail.operation.DownloadedFile;
import io.github.camelcallrail.operation.Explanation;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.reader.ReadingObserver;
import io.github.camelcallrail.reader.ReportReader;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.transport.ConnectionSettings;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** What messages get: a report, a record, a file, what reading it would take, or what a check of the key finds. */
record ProducerReadings(
        ReportReaders readers,
        ConnectionSettings settings,
        CallRailConfiguration configuration,
        ReadingObserver observer) {

    /**
     * Begins what option {@code operation} says, for one account or company, or for each of several.
     *
     * @param wanted whether the result is still needed
     */
    Reading read(ReportPlan plan, BooleanSupplier wanted) {
        return plan.sources().isPresent() ? several(plan, wanted) : one(plan, wanted);
    }

    /** Downloads a file. */
    DownloadedFile download(ReportPlan plan, BooleanSupplier wanted) {
        return readers.files(settings, configuration, wanted, observer).download(plan, reader(wanted)::account);
    }

    private Reading one(ReportPlan plan, BooleanSupplier wanted) {
        if (plan.report().is(Mark.COMPUTED_HERE)) {
            return computed(
                    plan.over("", Optional.empty()),
                    readers.check(settings, configuration, plan.accountId(), wanted, observer));
        }
        return operation(plan) == Operation.EXPLAIN ? explain(plan, wanted) : list(plan, wanted);
    }

    private Operation operation(ReportPlan plan) {
        return Operation.of(configuration.getOperation(), plan.report());
    }

    private Reading several(ReportPlan plan, BooleanSupplier wanted) {
        ReportReader reader = reader(wanted);
        List<String> accounts = reader.accounts(plan);
        boolean computed = operation(plan) == Operation.EXPLAIN || plan.report().is(Mark.COMPUTED_HERE);
        SourceRecords.Sources sources = new SourceRecords.Sources() {
            @Override
            public List<Source> in(String account) {
                return reader.sources(plan, account, accounts.size() == 1);
            }

            @Override
            public Iterator<CallRailRecord> records(Source source) {
                RecordCursor cursor = one(plan.of(source), wanted).cursor();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return cursor.hasNext();
                    }

                    @Override
                    public CallRailRecord next() {
                        return computed
                                ? labelled(cursor.next(), source)
                                : cursor.next().from(source);
                    }
                };
            }
        };
        boolean whole = !configuration.getOutputType().equals("stream");
        SourceRecords records = new SourceRecords(accounts, sources, whole, wanted);
        return Reading.of(plan.report(), records, new RecordCursor(new ComputedWalk(records), OptionalLong.empty()));
    }

    /** A record that is computed here, with its source as its first fields. */
    private static CallRailRecord labelled(CallRailRecord record, Source source) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("accountId", source.accountId());
        source.companyId().ifPresent(company -> fields.put("companyId", company));
        fields.putAll(record);
        return CallRailRecord.of(fields).from(source);
    }

    /** Begins to read a report or one record. Requests at most the account, the time zone and the first page. */
    private Reading list(ReportPlan plan, BooleanSupplier wanted) {
        return Reading.of(reader(wanted).open(plan).corrected());
    }

    private Reading explain(ReportPlan plan, BooleanSupplier wanted) {
        ReportReader reader = reader(wanted);
        ReportQuery query = reader.open(plan).query();
        Optional<Page> sample = reader.sample(query);
        AccountStatus account = readers.account(query.accountId(), configuration);
        Explanation explanation = new Explanation(query, sample, account.limits(), account.used());
        return computed(query, List.of(explanation.record()).iterator());
    }

    private ReportReader reader(BooleanSupplier wanted) {
        return readers.forMessages(settings, configuration, wanted, observer);
    }

    private static Reading computed(ReportQuery query, Iterator<CallRailRecord> records) {
        return Reading.of(query, new RecordCursor(new ComputedWalk(records), OptionalLong.empty()), false);
    }
}
