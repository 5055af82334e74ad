package io.github.camelcallrail.monitor;

import io.github.camelcallrail.checkpoint.LookbackTier;
import io.github.camelcallrail.checkpoint.SavedState;
import io.github.camelcallrail.feed.CheckpointStatus;
import io.github.camelcallrail.quota.RequestUsage;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/**
 * The status of an endpoint as JSON: times in ISO 8601, UTC; durations in seconds or as in the options. Unknown values
 * are left out.
 */
public final class StatusJson {

    /** The options that a Kamelet passes on for its properties that are not set. */
    private static final Pattern UNSET = Pattern.compile("(?<=[?&])[^=&]+=RAW\\(%7B%7B\\?[^)&]*%7D%7D\\)(&|$)");

    private static final Pattern PERSONAL = Pattern.compile("([?&](?:search|filter\\.[^=&]+)=)[^&]*");

    private StatusJson() {}

    public static JsonObject of(MonitoredEndpoint endpoint) {
        EndpointActivity activity = endpoint.activity();
        JsonObject json = new JsonObject();
        json.put("uri", uri(endpoint));
        json.put("report", endpoint.getReport());
        json.put("requests", activity.requests());
        json.put("refusedRequests", activity.refused());
        json.put("records", activity.records());
        endpoint.serverClock().difference().ifPresent(ahead -> json.put("clockDifference", ahead.toSeconds()));
        activity.progress().ifPresent(progress -> json.put("progress", of(progress)));
        json.put("accounts", array(endpoint.accounts(), StatusJson::of));
        endpoint.receivedEvents().ifPresent(events -> json.put("events", of(events)));
        List<MonitoredConsumer> consumers = endpoint.consumers();
        if (consumers.size() == 1 && consumers.get(0).source().isEmpty()) {
            json.put("consumer", of(consumers.get(0)));
        } else if (!consumers.isEmpty()) {
            json.put("consumers", array(consumers, StatusJson::of));
        }
        return json;
    }

    /**
     * The text of an endpoint masks secrets; search terms and filters may be a person's name or number and are masked
     * here.
     */
    private static String uri(MonitoredEndpoint endpoint) {
        String set = UNSET.matcher(endpoint.toString()).replaceAll("").replaceAll("[?&]$", "");
        return PERSONAL.matcher(set).replaceAll("$1xxxxxx");
    }

    private static JsonObject of(ReceivedEvents events) {
        JsonObject json = new JsonObject();
        json.put("accepted", new JsonObject(events.counts().accepted()));
        json.put("duplicates", events.counts().duplicates());
        json.put("ignored", new JsonObject(events.counts().ignored()));
        json.put("rejected", new JsonObject(events.counts().rejected()));
        json.put("processed", events.counts().delivered());
        events.status().ifPresent(status -> {
            status.pending().ifPresent(pending -> json.put("pending", pending));
            status.oldest().ifPresent(oldest -> json.put("oldestPending", oldest.toString()));
            json.put("webhooks", new JsonObject(status.webhooks()));
        });
        return json;
    }

    private static JsonObject of(CallRailProgress progress) {
        JsonObject json = new JsonObject();
        json.put("begun", progress.begun().toString());
        json.put("done", progress.done());
        progress.total().ifPresent(total -> json.put("total", total));
        json.put("recordsPerSecond", Math.round(progress.rate() * 10) / 10.0);
        progress.timeLeft().ifPresent(left -> json.put("secondsLeft", left.toSeconds()));
        json.put("ended", progress.ended());
        return json;
    }

    private static JsonObject of(AccountStatus account) {
        JsonObject json = new JsonObject();
        if (account.accountId().isEmpty()) {
            json.put("requestsFor", "look-up of accounts");
        } else {
            json.put("accountId", account.accountId());
        }
        account.used().ifPresent(used -> of(used, json));
        json.put("requestsPerHour", account.limits().perHour());
        json.put("requestsPerDay", account.limits().perDay());
        account.left().ifPresent(left -> json.put("requestsLeft", left));
        account.pausedUntil().ifPresent(time -> json.put("pausedUntil", time.toString()));
        return json;
    }

    private static void of(RequestUsage used, JsonObject json) {
        json.put("requestsInHour", used.inHour());
        json.put("requestsInDay", used.inDay());
    }

    private static JsonObject of(MonitoredConsumer consumer) {
        JsonObject json = new JsonObject();
        json.put("routeId", consumer.getRouteId());
        consumer.source().ifPresent(source -> {
            json.put("accountId", source.accountId());
            source.companyId().ifPresent(company -> json.put("companyId", company));
        });
        json.put("polls", consumer.getPolls());
        consumer.nextPoll().ifPresent(time -> json.put("nextPoll", time.toString()));
        consumer.lastPoll().ifPresent(poll -> json.put("lastPoll", of(poll)));
        consumer.lastFailure().ifPresent(failure -> json.put("lastFailure", of(failure)));
        consumer.status().ifPresent(status -> json.put("incremental", of(status, consumer.getLagSeconds())));
        return json;
    }

    private static JsonObject of(LastPoll poll) {
        JsonObject json = new JsonObject();
        json.put("begun", poll.begun().toString());
        poll.ended().ifPresent(time -> json.put("ended", time.toString()));
        json.put("outcome", poll.outcome().name());
        json.put("exchanges", poll.exchanges());
        json.put("failures", poll.failures());
        poll.kind().ifPresent(kind -> json.put("failureKind", kind.name()));
        return json;
    }

    private static JsonObject of(LastFailure failure) {
        JsonObject json = new JsonObject();
        json.put("at", failure.at().toString());
        failure.kind().ifPresent(kind -> json.put("kind", kind.name()));
        json.put("message", failure.message());
        failure.retryAt().ifPresent(time -> json.put("retryAt", time.toString()));
        return json;
    }

    /** @param lag negative if it is not known */
    private static JsonObject of(CheckpointStatus status, long lag) {
        JsonObject json = new JsonObject();
        status.progress().ifPresent(reached -> {
            reached.readUpTo().ifPresent(time -> json.put("readUpTo", time.toString()));
            reached.walkingFrom().ifPresent(time -> json.put("walkingFrom", time.toString()));
            if (lag >= 0) {
                json.put("lagSeconds", lag);
            }
            json.put("comparedRecords", reached.records());
            json.put("failedRecords", reached.failed());
            json.put("lookback", array(status.lookback().tiers(), tier -> of(tier, reached)));
        });
        status.problem().ifPresent(problem -> json.put("trouble", problem));
        return json;
    }

    private static JsonObject of(LookbackTier tier, SavedState.Reached reached) {
        JsonObject json = new JsonObject();
        json.put("tier", tier.toString());
        if (reached.lastLooked().containsKey(tier.depth())) {
            json.put("looked", reached.lastLooked().get(tier.depth()).toString());
        }
        return json;
    }

    private static <T> JsonArray array(Collection<T> values, Function<T, JsonObject> json) {
        JsonArray array = new JsonArray();
        values.stream().map(json).forEach(array::add);
        return array;
    }
}
