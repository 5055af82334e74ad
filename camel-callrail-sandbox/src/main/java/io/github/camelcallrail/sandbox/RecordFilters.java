package io.github.camelcallrail.sandbox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Selects the records that match a request.
 *
 * <p>Undocumented names, and values outside a documented vocabulary, are silently ignored. Source: third-party live
 * observation on calls; assumed for all reports.
 */
final class RecordFilters {

    /** Whether a record matches the value of a filter. */
    interface Match {
        boolean test(StoredRecord record, String asked, AccountRecords account);
    }

    private static final Map<String, Match> MATCHES = new HashMap<>();

    static {
        MATCHES.put("tags", (record, asked, account) -> tags(record).stream()
                .anyMatch(tag -> TagLabels.name(tag).equals(asked)));
        MATCHES.put("tracker_ids", (record, asked, account) -> Ids.same(record.get("tracker_id"), asked));
        MATCHES.put("call_type", (record, asked, account) -> callType(record, asked));
        MATCHES.put("answer_status", (record, asked, account) -> answerStatus(record, asked));
        MATCHES.put(
                "device", (record, asked, account) -> asked.equals("all") || asked.equals(record.get("device_type")));
        MATCHES.put(
                "direction", (record, asked, account) -> asked.equals("all") || asked.equals(record.get("direction")));
        MATCHES.put(
                "lead_status",
                (record, asked, account) -> asked.equals("not_scored")
                        ? record.get("lead_status") == null
                        : asked.equals(record.get("lead_status")));
        MATCHES.put("min_duration", (record, asked, account) -> seconds(record) >= number(asked, Long.MIN_VALUE));
        MATCHES.put("max_duration", (record, asked, account) -> seconds(record) <= number(asked, Long.MAX_VALUE));
        MATCHES.put("first_time_callers", (record, asked, account) -> asked.equals(record.text("first_call")));
        MATCHES.put("agent", RecordFilters::agent);
        MATCHES.put("person_lead", (record, asked, account) -> !"anonymous".equals(record.get("person_id")));
        MATCHES.put("custom_form_ids", (record, asked, account) -> Ids.same(record.get("custom_form_id"), asked));
        MATCHES.put("form_URL", (record, asked, account) -> asked.equals(record.get("form_url")));
        MATCHES.put("notification_type", (record, asked, account) -> Boolean.TRUE.equals(record.get(asked)));
        MATCHES.put(
                "frequency",
                (record, asked, account) -> record.get("frequency") instanceof List<?> list && list.contains(asked));
        MATCHES.put("trackers/company_id", (record, asked, account) -> Ids.same(inner(record, "company", "id"), asked));
        MATCHES.put(
                "users/company_id",
                (record, asked, account) -> record.get("companies") instanceof List<?> list
                        && list.stream()
                                .anyMatch(each -> each instanceof Map<?, ?> map && Ids.same(map.get("id"), asked)));
        MATCHES.put(
                "summary-emails/company_id",
                (record, asked, account) -> asked.isBlank()
                        ? "Account".equals(inner(record, "scope", "type"))
                        : Ids.same(inner(record, "scope", "id"), asked));
        MATCHES.put("summary-emails/user_id", (record, asked, account) -> Ids.same(inner(record, "user", "id"), asked));
    }

    private RecordFilters() {}

    static Predicate<StoredRecord> of(SandboxEndpoint endpoint, Query query, AccountRecords account) {
        Predicate<StoredRecord> all = record -> true;
        for (Map.Entry<String, List<String>> filter : endpoint.filters().entrySet()) {
            String name = filter.getKey();
            List<String> asked = asked(endpoint, query, name).stream()
                    .filter(value ->
                            filter.getValue().isEmpty() || filter.getValue().contains(value))
                    .toList();
            if (!asked.isEmpty()) {
                Match match = match(endpoint.report(), name);
                all = all.and(record -> asked.stream().anyMatch(value -> match.test(record, value, account)));
            }
        }
        String term = query.one("search");
        return term == null || endpoint.searchFields().isEmpty() ? all : all.and(searched(endpoint, term));
    }

    private static List<String> asked(SandboxEndpoint endpoint, Query query, String name) {
        if (endpoint.report().equals("summary-emails") && name.equals("company_id")) {
            // The only filter with a meaning when absent: the emails of the account as a whole.
            return List.of(Optional.ofNullable(query.one(name)).orElse(""));
        }
        // Array values are never split, so that a name may contain a comma.
        boolean commas = !endpoint.paged() && (name.equals("tags") || name.endsWith("_ids")) && !query.has(name + "[]");
        List<String> asked = query.many(name);
        return commas
                ? asked.stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .toList()
                : asked;
    }

    private static Match match(String report, String name) {
        Match match = MATCHES.get(report + "/" + name);
        return match != null
                ? match
                : MATCHES.getOrDefault(name, (record, asked, account) -> Ids.same(record.get(name), asked));
    }

    /** Matches parts of words, and parts of phone numbers regardless of punctuation. */
    private static Predicate<StoredRecord> searched(SandboxEndpoint endpoint, String term) {
        String text = term.toLowerCase(Locale.ROOT);
        String digits = term.replaceAll("\\D", "");
        return record -> endpoint.searchFields().stream()
                .map(name -> name.equals("customer_number") ? "customer_phone_number" : name)
                .map(name -> name.equals("tags")
                        ? tags(record).stream().map(TagLabels::name).toList().toString()
                        : record.text(name))
                .anyMatch(value -> value != null
                        && (value.toLowerCase(Locale.ROOT).contains(text)
                                || (digits.length() >= 7 && value.startsWith("+") && value.contains(digits))));
    }

    static boolean isMissed(StoredRecord call) {
        return Boolean.FALSE.equals(call.get("answered")) && !Boolean.TRUE.equals(call.get("voicemail"));
    }

    private static boolean answerStatus(StoredRecord record, String asked) {
        return switch (asked) {
            case "answered" -> Boolean.TRUE.equals(record.get("answered"));
            case "voicemail" -> Boolean.TRUE.equals(record.get("voicemail"));
            case "missed" -> isMissed(record);
            default -> true;
        };
    }

    private static boolean callType(StoredRecord record, String asked) {
        return switch (asked) {
            case "first_call" -> Boolean.TRUE.equals(record.get("first_call"));
            case "missed" -> isMissed(record);
            case "voicemails" -> Boolean.TRUE.equals(record.get("voicemail"));
            default -> asked.equals(record.get("direction"));
        };
    }

    private static boolean agent(StoredRecord record, String asked, AccountRecords account) {
        return account.records("users").stream()
                .filter(user -> Ids.same(user.id(), asked))
                .anyMatch(user -> user.get("email").equals(record.get("agent_email")));
    }

    private static long seconds(StoredRecord call) {
        return call.get("duration") instanceof Number number ? number.longValue() : 0;
    }

    private static long number(String text, long otherwise) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static List<?> tags(StoredRecord record) {
        return record.get("tags") instanceof List<?> list ? list : List.of();
    }

    private static Object inner(StoredRecord record, String name, String key) {
        return record.get(name) instanceof Map<?, ?> map ? map.get(key) : null;
    }
}
