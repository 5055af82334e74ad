package io.github.camelcallrail.options;

import io.github.camelcallrail.failure.AllowedValues;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.webhook.EventKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The options of an endpoint that receives events.
 *
 * @param kinds the kinds of events to receive
 * @param raw whether bodies are the text that CallRail sent
 * @param maxSize the maximum size of an event in bytes
 * @param maxPending the maximum number of events that wait to be processed
 * @param threads how many events are processed at the same time
 */
public record EventOptions(Set<EventKind> kinds, boolean raw, int maxSize, int maxPending, int threads) {

    private static final String RAW = "raw";
    /** Options that only endpoints for events have. */
    private static final List<String> OWN = List.of(
            "events",
            "eventBody",
            "signingSecret",
            "webhookUnregister",
            "reviveWebhook",
            "maxEventSize",
            "maxPendingEvents",
            "concurrentEvents");
    /** Options of queries and of incremental consumers that apply to events too. */
    private static final Set<String> SHARED =
            Set.of("accountId", "companyId", "stateDirectory", "stateRepository", "stateKey");

    private static final int LARGEST = 100 * 1024 * 1024;

    public EventOptions {
        kinds = Set.copyOf(kinds);
    }

    /**
     * Checks the options.
     *
     * @param inherited whether an option is a default for all endpoints
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public static EventOptions of(OptionSource source, Predicate<String> inherited) {
        Set<String> others = new LinkedHashSet<>(QueryOptionReader.of(source).names());
        others.addAll(IncrementalOptions.namesIn(source));
        if (source.has("operation")) {
            others.add("operation");
        }
        others.stream()
                .filter(option -> !SHARED.contains(option) && !inherited.test(option))
                .findFirst()
                .ifPresent(option -> {
                    throw CallRailFailure.configuration(
                            "Option '%s' does not apply to events: it is about reading a report. Leave it out."
                                    .formatted(option));
                });
        AllowedValues.require("Option 'eventBody'", source.text("eventBody"), List.of("record", RAW));
        return new EventOptions(
                kinds(source.text("events")),
                source.text("eventBody").equals(RAW),
                number(source, "maxEventSize", LARGEST),
                number(source, "maxPendingEvents", Integer.MAX_VALUE),
                number(source, "concurrentEvents", 1_000));
    }

    /** Fails if an endpoint that reads a report has options for events, unless the component sets them for all. */
    public static void requireNone(OptionSource source, OptionSource component) {
        for (String option : OWN) {
            Object value = source.value(option);
            if (value != null && !value.equals(component.value(option))) {
                throw CallRailFailure.configuration(
                        "Option '%s' is for events only: begin a route with webhook:callrail:events to receive them."
                                .formatted(option));
            }
        }
    }

    private static Set<EventKind> kinds(String text) {
        if (text == null) {
            return EnumSet.copyOf(EventKind.registrable());
        }
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .forEach(name -> kinds.add(EventKind.of("Option 'events'", name)));
        return kinds;
    }

    private static int number(OptionSource source, String option, int most) {
        int value = (int) source.value(option);
        if (value < 1 || value > most) {
            throw CallRailFailure.configuration(
                    "Option '%s' is %s, but must be from 1 to %s.".formatted(option, value, most));
        }
        return value;
    }
}
