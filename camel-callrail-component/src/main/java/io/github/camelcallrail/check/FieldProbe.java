package io.github.camelcallrail.check;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests fields of a report, and finds those that CallRail rejects by halving: its error names none. A search sends
 * at most {@value #MOST} requests, so that other checks have theirs.
 */
final class FieldProbe {

    private static final int MOST = 10;

    private final ProbeClient client;
    private final Report report;
    private final String account;
    private final Map<String, String> parameters;
    private final List<String> rejected = new ArrayList<>();
    private int sent;
    private boolean certain = true;

    FieldProbe(ProbeClient client, Report report, String account, Map<String, String> parameters) {
        this.client = client;
        this.report = report;
        this.account = account;
        this.parameters = parameters;
    }

    /** The first page with these fields requested. */
    Answer get(List<String> fields) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (!fields.isEmpty()) {
            all.put("fields", String.join(",", fields));
        }
        return client.get(report, account, all);
    }

    /**
     * Finds the rejected fields among fields that are rejected together.
     *
     * @return whether each of {@link #rejected()} was seen to be rejected; otherwise at least one of them is
     */
    boolean search(List<String> fields) {
        if (fields.size() == 1) {
            rejected.addAll(fields);
            return certain;
        }
        if (sent + 2 > MOST) {
            rejected.addAll(fields);
            certain = false;
            return false;
        }
        List<String> first = fields.subList(0, fields.size() / 2);
        List<String> second = fields.subList(fields.size() / 2, fields.size());
        boolean inFirst = rejects(first);
        if (inFirst) {
            search(first);
        }
        // If the first half is accepted, the second must be the one that is rejected.
        if (!inFirst || rejects(second)) {
            search(second);
        }
        return certain;
    }

    List<String> rejected() {
        return List.copyOf(rejected);
    }

    private boolean rejects(List<String> fields) {
        sent++;
        try {
            get(fields);
            return false;
        } catch (CallRailFailure failure) {
            if (failure.kind() == FailureKind.REFUSED) {
                return true;
            }
            throw failure;
        }
    }
}
