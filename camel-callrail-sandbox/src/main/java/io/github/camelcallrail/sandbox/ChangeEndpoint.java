package io.github.camelcallrail.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes the records by HTTP, for programs that cannot call {@link SandboxData}: {@code POST /sandbox/calls} adds one,
 * {@code PUT /sandbox/calls/ID} edits it and {@code DELETE /sandbox/calls/ID} removes it, in the first account. A body
 * is one JSON object with field names of the report. It is not part of CallRail's API, so it needs no key, does not
 * count against the quota and does not appear in the {@link Journal}.
 */
final class ChangeEndpoint {

    static final String PREFIX = "/sandbox/";

    private static final Pattern PATH = Pattern.compile("/sandbox/([^/]+)(?:/([^/]+))?/?");

    private final SandboxData data;

    ChangeEndpoint(SandboxData data) {
        this.data = data;
    }

    Answer answer(String method, String path, String body) {
        try {
            Matcher parts = PATH.matcher(path);
            if (!parts.matches()) {
                throw new RejectedRequestException(
                        404, "Use POST /sandbox/{report}, or PUT or DELETE /sandbox/{report}/{id}");
            }
            return changed(method, listed(parts.group(1)), Optional.ofNullable(parts.group(2)), body);
        } catch (RejectedRequestException rejected) {
            return Answer.error(rejected.status(), rejected.getMessage());
        } catch (NoSuchRecordException unknown) {
            return Answer.error(404, unknown.getMessage());
        } catch (IllegalArgumentException invalid) {
            return Answer.error(400, invalid.getMessage());
        }
    }

    private Answer changed(String method, String report, Optional<String> id, String body) {
        // The record in the response is that of this change, even if there are others meanwhile.
        synchronized (data) {
            if (id.isEmpty() && method.equals("POST")) {
                return Answer.json(201, data.record(report, data.add(report, JsonBody.object(body))));
            }
            if (id.isPresent() && method.equals("PUT")) {
                data.edit(report, id.get(), JsonBody.object(body));
                return Answer.json(200, data.record(report, id.get()));
            }
            if (id.isPresent() && method.equals("DELETE")) {
                Map<String, Object> removed = data.record(report, id.get());
                data.remove(report, id.get());
                return Answer.json(200, removed);
            }
        }
        throw new RejectedRequestException(
                405,
                id.isEmpty()
                        ? "Use POST to add a record; to edit or remove one, add its id to the path"
                        : "Use PUT to edit this record, or DELETE to remove it");
    }

    private static String listed(String report) {
        try {
            SandboxEndpoint endpoint = SandboxEndpoints.of(report);
            if (!endpoint.paged()) {
                throw new RejectedRequestException(
                        400, "'" + report + "' has no records of its own: it is computed from others");
            }
            return endpoint.report();
        } catch (IllegalArgumentException unknown) {
            throw new RejectedRequestException(404, unknown.getMessage());
        }
    }
}
