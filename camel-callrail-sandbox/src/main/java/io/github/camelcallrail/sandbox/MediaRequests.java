package io.github.camelcallrail.sandbox;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Answers the requests of the API that lead to the media origin. */
final class MediaRequests {

    private final SandboxData data;
    private final MediaOrigin origin;

    MediaRequests(SandboxData data, MediaOrigin origin) {
        this.data = data;
        this.origin = origin;
    }

    Answer answer(Route route, AccountRecords account) {
        return route.resource().kind() == Resource.Kind.RECORDING ? recording(route, account) : media(route, account);
    }

    /** How long recordings are: at least a second, even if the duration is missing. */
    static OptionalLong duration(SandboxData data, String callId) {
        synchronized (data) {
            return data.accountIds().stream()
                    .flatMap(account -> data.stored(data.accountCalled(account), "calls").stream())
                    .filter(call -> call.id().equals(callId) && call.get("recording") != null)
                    .mapToLong(call -> seconds(String.valueOf(call.get("recording_duration"))))
                    .findFirst();
        }
    }

    private static long seconds(String text) {
        return text.matches("\\d{1,9}") ? Math.max(1, Long.parseLong(text)) : 1;
    }

    private Answer recording(Route route, AccountRecords account) {
        StoredRecord call = SingleObjects.found(account, "calls", route.id());
        if (call.get("recording") == null) {
            throw new RejectedRequestException(404, "Not found");
        }
        boolean hipaa =
                account.records("accounts").stream().anyMatch(each -> Boolean.TRUE.equals(each.get("hipaa_account")));
        return origin.report(call.id(), hipaa);
    }

    private Answer media(Route route, AccountRecords account) {
        String path = "/text-messages/" + route.id() + "/media/" + route.part();
        boolean exists = Stream.of("messages", "thread-messages")
                .flatMap(children -> data.stored(account, SandboxEndpoints.parentOf(children)).stream()
                        .flatMap(parent -> data.childrenOf(account, children, parent.id()).stream()))
                .anyMatch(message -> message.get("media_urls") instanceof List<?> urls
                        && urls.stream().anyMatch(url -> url.toString().endsWith(path)));
        if (!exists) {
            throw new RejectedRequestException(404, "Not found");
        }
        return Answer.text(302, Map.of("Location", origin.mediaLink(route.id(), route.part())), "");
    }
}
