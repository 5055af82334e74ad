package io.github.camelcallrail.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * Every request since the start or the last {@link CallRailSandbox#reset()}, in order of arrival. A request is recorded
 * before its response is sent. Thread-safe; returned lists are snapshots.
 */
public final class Journal {

    private final List<RecordedRequest> requests = new ArrayList<>();

    Journal() {}

    /** All requests. */
    public synchronized List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The requests for one report; {@link SandboxEndpoints} says how single objects and media are named. */
    public List<RecordedRequest> requests(String report) {
        String name = Resource.named(report);
        return requests().stream()
                .filter(request -> request.report().equals(name))
                .toList();
    }

    /** Each request as one line: method, path and query exactly as received. */
    public List<String> lines() {
        return requests().stream().map(RecordedRequest::line).toList();
    }

    synchronized void add(RecordedRequest request) {
        requests.add(request);
    }

    synchronized void clear() {
        requests.clear();
    }
}
