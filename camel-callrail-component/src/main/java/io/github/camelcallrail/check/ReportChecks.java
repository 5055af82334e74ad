package io.github.camelcallrail.check;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.Report.Mark;
import java.util.OptionalLong;

/** Proves for each report that it can be read with all of its documented fields. */
record ReportChecks(ProbeClient client, Samples samples) {

    /** Its first page can be read, and CallRail rejects none of its fields. */
    Finding of(Report report) {
        if (client.isVersion("v2") && report.is(Mark.ONLY_IN_VERSION_3)) {
            return Finding.unknown("Version 2 of the API is not known to have it.", "Set option apiVersion=v3.");
        }
        Sample sample = samples.of(report.name());
        if (!sample.answer().hasList(report)) {
            return Finding.differs(
                    "The response has no list '" + report.arrayKey() + "'.",
                    "If it is not a proxy or option 'baseUrl', report it as a bug with this output.");
        }
        if (!sample.rejected().isEmpty()) {
            String names = String.join(", ", sample.rejected());
            return Finding.differs(
                    sample.certain()
                            ? "CallRail rejects these fields: " + names + "."
                            : "CallRail rejects at least one of these fields: " + names + ".",
                    "They are null in records. Option fields=-%s leaves them out. CallRail knows whether the plan has them."
                            .formatted(String.join(",-", sample.rejected())));
        }
        return Finding.ok(read(report, sample));
    }

    private static String read(Report report, Sample sample) {
        OptionalLong total = sample.answer().count("total_records");
        long records = total.orElse(sample.records().size());
        return "Can be read: %s %s%s%s."
                .formatted(
                        records,
                        records == 1 ? "record" : "records",
                        report.precision().isPresent() ? " in the last " + Samples.DAYS + " days" : "",
                        report.paged() && total.isEmpty() && !sample.complete() ? ", or more" : "");
    }
}
