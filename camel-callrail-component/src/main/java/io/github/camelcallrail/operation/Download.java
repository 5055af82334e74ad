package io.github.camelcallrail.operation;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ApiCall;
import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.CallSubject;
import io.github.camelcallrail.client.FileLink;
import io.github.camelcallrail.client.FileTransport;
import io.github.camelcallrail.client.RetryingClient;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.CallRailFailure.HttpAnswer;
import io.github.camelcallrail.failure.FailureKind;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The download of one file. CallRail is asked where it is, with the key; the link and up to five redirects are followed
 * without it. A response that breaks off is continued where it ended, as often as it brings something, and otherwise
 * retried as calls are. If a link has expired, CallRail is asked for another, once. The result is the whole file, or a
 * failure. Used once.
 */
final class Download {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int MOST_REDIRECTS = 5;
    /** Attempts are counted anew when one got this many bytes further than any before. */
    private static final long PROGRESS = 64 * 1024;

    private static final Set<Integer> EXPIRED = Set.of(400, 403, 404, 410);

    private final RetryingClient api;
    private final FileTransport files;
    private final URI baseUrl;
    private final String account;
    private final CallSubject subject;
    private final ApiRequest request;
    private final FileReceiver receiver;

    /**
     * @param baseUrl where the API lives; a relative redirect is resolved against it
     * @param request asks the API for the file
     * @param receiver collects its bytes
     */
    Download(
            RetryingClient api,
            FileTransport files,
            URI baseUrl,
            String account,
            CallSubject subject,
            ApiRequest request,
            FileReceiver receiver) {
        this.api = requireNonNull(api, "api is null");
        this.files = requireNonNull(files, "files is null");
        this.baseUrl = requireNonNull(baseUrl, "baseUrl is null");
        this.account = account;
        this.subject = subject;
        this.request = request;
        this.receiver = receiver;
    }

    /** Where a file is; or its type, if the API itself has sent it. */
    private record Answer(Optional<URI> link, Optional<FileType> received) {}

    /** Returns when the receiver has the whole file. */
    FileType run() {
        Answer answer = ask();
        int retries = 0;
        boolean renewed = false;
        while (answer.received.isEmpty()) {
            long before = receiver.furthest();
            CallRailFailure failure;
            try {
                return fetch(answer.link.orElseThrow());
            } catch (IOException e) {
                failure = CallRailFailure.of(
                        FailureKind.NETWORK,
                        "%s did not arrive completely: %s.".formatted(subject.capitalized(), FileReceiver.reason(e)));
            } catch (CallRailFailure e) {
                failure = e;
            }
            if (receiver.furthest() - before >= PROGRESS) {
                retries = 0;
                renewed = false;
            }
            if (isExpired(failure) && !renewed) {
                renewed = true;
                answer = ask();
            } else if (!mayRetry(failure) || !api.pauseBeforeRetry(++retries)) {
                throw failure;
            } else {
                LOG.info("{} It is continued at byte {}.", failure.getMessage(), receiver.length());
            }
        }
        return answer.received.get();
    }

    private static boolean isExpired(CallRailFailure failure) {
        return failure.httpStatus().isPresent()
                && EXPIRED.contains(failure.httpStatus().getAsInt());
    }

    private static boolean mayRetry(CallRailFailure failure) {
        return failure.kind() == FailureKind.NETWORK || failure.kind() == FailureKind.UNAVAILABLE;
    }

    private Answer ask() {
        return api.send(ApiCall.getOrRedirect(account, subject, request, this::answer));
    }

    private Answer answer(ApiResponse response) throws IOException {
        if (response.status() >= 300) {
            return new Answer(Optional.of(target(baseUrl, response)), Optional.empty());
        }
        boolean json = response.header("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        if (!json) {
            return new Answer(Optional.empty(), Optional.of(receiver.receive(response)));
        }
        String link = FileLink.read(response.body())
                .orElseThrow(() -> CallRailFailure.of(
                        FailureKind.NOT_FOUND,
                        "CallRail does not have %s: there is none, or it is not ready yet.".formatted(subject)));
        return new Answer(Optional.of(uri(link)), Optional.empty());
    }

    private FileType fetch(URI link) throws IOException {
        URI at = link;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            try (ApiResponse response = files.open(at, receiver.length(), receiver.validator())) {
                int status = response.status();
                if (status == 200 || status == 206) {
                    return receiver.receive(response);
                }
                if (status == 416) {
                    receiver.restart();
                    throw new IOException("the file is shorter than before");
                }
                if (status < 300 || status > 399) {
                    throw rejected(at, status);
                }
                at = target(at, response);
            }
        }
        throw refused("CallRail's link to %s leads to more than %s redirects. It is not followed any further."
                .formatted(subject, MOST_REDIRECTS));
    }

    private CallRailFailure rejected(URI at, int status) {
        FailureKind kind =
                switch (status) {
                    case 403 -> FailureKind.FORBIDDEN;
                    case 404, 410 -> FailureKind.NOT_FOUND;
                    default -> status == 429 || status >= 500 ? FailureKind.UNAVAILABLE : FailureKind.REFUSED;
                };
        return CallRailFailure.of(
                kind,
                "Host '%s', to which CallRail links for %s, answered HTTP %s.".formatted(at.getHost(), subject, status),
                new HttpAnswer(at.getRawPath(), status, null));
    }

    private URI target(URI from, ApiResponse response) {
        return response.header("Location")
                .map(location -> from.resolve(uri(location)))
                .orElseThrow(() -> refused("Host '%s' answered HTTP %s for %s without a Location header."
                        .formatted(from.getHost(), response.status(), subject)));
    }

    private URI uri(String link) {
        try {
            return new URI(link);
        } catch (URISyntaxException e) {
            throw refused("CallRail's link to %s is not a URL. It is not followed.".formatted(subject));
        }
    }

    private static CallRailFailure refused(String message) {
        return CallRailFailure.of(FailureKind.REFUSED, message);
    }
}
