package io.github.camelcallrail.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcallrail.failure.FailureKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * How one consumer is doing, from what the developer console says about its endpoint. Absent values are unknown.
 *
 * @param report the name of the report
 * @param state what it is doing
 * @param records read from CallRail since the start
 * @param readUpTo when everything had been read
 * @param backfill the first reading, while it lasts
 * @param failedRecords records whose route failed; they come again at the next poll
 * @param failure the latest poll that did not reach its end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportStatus(
        String report,
        State state,
        long records,
        long polls,
        String nextPoll,
        String lastPoll,
        String readUpTo,
        Backfill backfill,
        long failedRecords,
        String trouble,
        Failure failure) {

    /** What a consumer is doing. */
    enum State {
        STOPPED,
        WAITING,
        READING,
        UP_TO_DATE,
        POSTPONED,
        FAILED
    }

    /** @param total absent if CallRail does not say */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Backfill(long done, Long total, double recordsPerSecond, Long secondsLeft) {}

    /**
     * @param message what was attempted, and what to do
     * @param who who has to act
     * @param over whether a later poll has reached its end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(String at, String kind, String message, String who, String retryAt, boolean over) {}

    /** In alphabetical order, which is always the same. */
    static List<ReportStatus> all(JsonNode console) {
        return StreamSupport.stream(console.path("endpoints").spliterator(), false)
                .filter(ReportStatus::isPolled)
                .map(ReportStatus::of)
                .sorted(Comparator.comparing(ReportStatus::report))
                .toList();
    }

    /** Not so the endpoint that receives events, and those that ask a consumer to read a record. */
    private static boolean isPolled(JsonNode endpoint) {
        return !endpoint.path("report").asText().equals("events")
                && !endpoint.path("uri").asText().contains("operation=refresh");
    }

    private static ReportStatus of(JsonNode endpoint) {
        JsonNode consumer = endpoint.path("consumer");
        JsonNode poll = consumer.path("lastPoll");
        JsonNode incremental = consumer.path("incremental");
        State state = state(consumer, poll);
        return new ReportStatus(
                endpoint.path("report").asText(),
                state,
                endpoint.path("records").asLong(),
                consumer.path("polls").asLong(),
                text(consumer, "nextPoll"),
                text(poll, "begun"),
                text(incremental, "readUpTo"),
                backfill(endpoint.path("progress"), state, incremental),
                Math.max(0, incremental.path("failedRecords").asLong()),
                text(incremental, "trouble"),
                failure(consumer.path("lastFailure"), poll));
    }

    private static State state(JsonNode consumer, JsonNode poll) {
        if (consumer.isMissingNode()) {
            return State.STOPPED;
        }
        return switch (poll.path("outcome").asText()) {
            case "RUNNING" -> State.READING;
            case "DONE" -> State.UP_TO_DATE;
            case "POSTPONED" -> State.POSTPONED;
            case "FAILED" -> State.FAILED;
            default -> State.WAITING;
        };
    }

    /** Null after the first reading: later ones only look for what is new or has changed. */
    private static Backfill backfill(JsonNode progress, State state, JsonNode incremental) {
        if (progress.isMissingNode() || state == State.UP_TO_DATE || incremental.has("readUpTo")) {
            return null;
        }
        return new Backfill(
                progress.path("done").asLong(),
                number(progress, "total"),
                progress.path("recordsPerSecond").asDouble(),
                number(progress, "secondsLeft"));
    }

    private static Failure failure(JsonNode failure, JsonNode poll) {
        if (failure.isMissingNode()) {
            return null;
        }
        return new Failure(
                failure.path("at").asText(),
                text(failure, "kind"),
                failure.path("message").asText(),
                who(text(failure, "kind")),
                text(failure, "retryAt"),
                poll.path("outcome").asText().equals("DONE"));
    }

    private static String who(String kind) {
        if (kind == null) {
            return "Look in the log of this program";
        }
        FailureKind known = FailureKind.valueOf(kind);
        if (known.postpones()) {
            return "Nothing to do: it resumes by itself";
        }
        return switch (known.fault()) {
            case USER -> "You have to act";
            case CALLRAIL -> "CallRail has to recover; it is tried again at each poll";
            case NETWORK -> "The network has to recover; it is tried again at each poll";
        };
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText(null);
    }

    private static Long number(JsonNode node, String name) {
        return node.has(name) ? node.path(name).asLong() : null;
    }
}
