package io.github.camelcallrail.catalogue;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Common names for what CallRail calls something else, where the spelling of no CallRail name is close. */
final class Synonyms {

    private static final String MESSAGES =
            "'conversations' for each conversation with its messages, or 'sms-threads' for threads with their leads";
    private static final String NOBODY_ANSWERED = "For unanswered calls, write 'missed' or 'voicemail'.";

    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "filter.answer_status",
            Map.of(
                    "unanswered", NOBODY_ANSWERED,
                    "not_answered", NOBODY_ANSWERED,
                    "notanswered", NOBODY_ANSWERED,
                    "no_answer", NOBODY_ANSWERED,
                    "abandoned", "Calls that the caller abandoned are included in 'missed'.",
                    "voicemails", "Write 'voicemail'."),
            "filter.call_type",
            Map.of(
                    "unanswered", "For unanswered calls, write 'missed' or 'voicemails'.",
                    "abandoned", "Calls that the caller abandoned are included in 'missed'.",
                    "answered", "Write filter.answer_status=answered."),
            "filter.lead_status",
            Map.of(
                    "bad_lead", "For calls scored as no lead, write 'not_a_lead'.",
                    "no_lead", "For calls scored as no lead, write 'not_a_lead'.",
                    "unscored", "For calls without a score, write 'not_scored'.",
                    "lead", "For leads, write 'good_lead'."));

    /** Names used in CallRail's paths and on its website for reports that have another name here. */
    private static final Map<String, String> REPORTS = Map.ofEntries(
            Map.entry("text-messages", MESSAGES),
            Map.entry("text-message", MESSAGES),
            Map.entry("messages", MESSAGES),
            Map.entry("texts", MESSAGES),
            Map.entry("sms", MESSAGES),
            Map.entry("forms", "'form-submissions' for each, or 'forms-summary' for numbers of them"),
            Map.entry("form-tracking", "'form-submissions'"),
            Map.entry("summary", "'calls-summary' or 'forms-summary'"),
            Map.entry("timeseries", "'calls-timeseries'"),
            Map.entry("agents", "'users'"),
            Map.entry("numbers", "'trackers'"),
            Map.entry("tracking-numbers", "'trackers'"));

    private Synonyms() {}

    /** Fails for a value that CallRail calls something else; the message says what. */
    static void requireNone(String what, String option, String value) {
        String word = value.toLowerCase(Locale.ROOT).replaceAll("[- ]", "_");
        String advice = WORDS.getOrDefault(option, Map.of()).get(word);
        if (advice != null) {
            throw CallRailFailure.configuration("%s cannot be '%s'. %s".formatted(what, value, advice));
        }
    }

    /**
     * A hint on which report a name means; empty text if it is not a known name.
     *
     * @param reports all reports
     */
    static String report(String name, List<Report> reports) {
        String plain = plain(name);
        List<String> paths = reports.stream()
                .filter(report -> plain(report.path().replaceFirst("^/a/\\{account}/", ""))
                        .equals(plain))
                .map(report -> "'" + report.name() + "'")
                .toList();
        String advice = REPORTS.getOrDefault(plain, paths.isEmpty() ? "" : String.join(" or ", paths));
        return advice.isEmpty() ? "" : ": write " + advice + ".";
    }

    private static String plain(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^/?(?:v\\d/)?(?:a/[^/]+/)?", "")
                .replaceFirst("\\.json$", "")
                .replaceAll("[_/ ]", "-");
    }
}
