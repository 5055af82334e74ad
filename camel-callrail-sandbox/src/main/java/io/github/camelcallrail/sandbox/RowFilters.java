package io.github.camelcallrail.sandbox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which rows a request asks for.
 *
 * <p>Names the endpoint does not document, and values outside a documented vocabulary, are ignored without a word.
 * Source: third-party live observation on calls; taken to hold everywhere.
 */
final class RowFilters {

    /** Whether a row is one of those a filter's value asks for. */
    interface Match {
        boolean test(Row row, String asked, AccountRows account);
    }

    private static final Map<String, Match> MATCHES = new HashMap<>();

    static {
        MATCHES.put("tags", (row, asked, account) -> tags(row).stream()
                .anyMatch(tag -> Labels.name(tag).equals(asked)));
        MATCHES.put("tracker_ids", (row, asked, account) -> Ids.same(row.get("tracker_id"), asked));
        MATCHES.put("call_type", (row, asked, account) -> callType(row, asked));
        MATCHES.put("answer_status", (row, asked, account) -> answerStatus(row, asked));
        MATCHES.put("device", (row, asked, account) -> asked.equals("all") || asked.equals(row.get("device_type")));
        MATCHES.put("direction", (row, asked, account) -> asked.equals("all") || asked.equals(row.get("direction")));
        MATCHES.put(
                "lead_status",
                (row, asked, account) -> asked.equals("not_scored")
                        ? row.get("lead_status") == null
                        : asked.equals(row.get("lead_status")));
        MATCHES.put("min_duration", (row, asked, account) -> seconds(row) >= number(asked, Long.MIN_VALUE));
        MATCHES.put("max_duration", (row, asked, account) -> seconds(row) <= number(asked, Long.MAX_VALUE));
        MATCHES.put("first_time_callers", (row, asked, account) -> asked.equals(row.text("first_call")));
        MATCHES.put("agent", RowFilters::agent);
        MATCHES.put("person_lead", (row, asked, account) -> !"anonymous".equals(row.get("person_id")));
        MATCHES.put("custom_form_ids", (row, asked, account) -> Ids.same(row.get("custom_form_id"), asked));
        MATCHES.put("form_URL", (row, asked, account) -> asked.equals(row.get("form_url")));
        MATCHES.put("notification_type", (row, asked, account) -> Boolean.TRUE.equals(row.get(asked)));
        MATCHES.put(
                "frequency",
                (row, asked, account) -> row.get("frequency") instanceof List<?> list && list.contains(asked));
        MATCHES.put("trackers/company_id", (row, asked, account) -> Ids.same(inner(row, "company", "id"), asked));
        MATCHES.put(
                "users/company_id",
                (row, asked, account) -> row.get("companies") instanceof List<?> list
                        && list.stream()
                                .anyMatch(each -> each instanceof Map<?, ?> map && Ids.same(map.get("id"), asked)));
        MATCHES.put(
                "summary-emails/company_id",
                (row, asked, account) -> asked.isBlank()
                        ? "Account".equals(inner(row, "scope", "type"))
                        : Ids.same(inner(row, "scope", "id"), asked));
        MATCHES.put("summary-emails/user_id", (row, asked, account) -> Ids.same(inner(row, "user", "id"), asked));
    }

    private RowFilters() {}

    static Predicate<Row> of(SandboxEndpoint endpoint, Query query, AccountRows account) {
        Predicate<Row> all = row -> true;
        for (Map.Entry<String, List<String>> filter : endpoint.filters().entrySet()) {
            String name = filter.getKey();
            List<String> asked = asked(endpoint, query, name).stream()
                    .filter(value ->
                            filter.getValue().isEmpty() || filter.getValue().contains(value))
                    .toList();
            if (!asked.isEmpty()) {
                Match match = match(endpoint.report(), name);
                all = all.and(row -> asked.stream().anyMatch(value -> match.test(row, value, account)));
            }
        }
        String term = query.one("search");
        return term == null || endpoint.searchFields().isEmpty() ? all : all.and(searched(endpoint, term));
    }

    private static List<String> asked(SandboxEndpoint endpoint, Query query, String name) {
        if (endpoint.report().equals("summary-emails") && name.equals("company_id")) {
            // The one filter for which nothing means something: those of the account as a whole.
            return List.of(Optional.ofNullable(query.one(name)).orElse(""));
        }
        // An array is never taken apart, so that a name may have a comma in it.
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
                : MATCHES.getOrDefault(name, (row, asked, account) -> Ids.same(row.get(name), asked));
    }

    /** Parts of a word count, and so do parts of a phone number however it is punctuated. */
    private static Predicate<Row> searched(SandboxEndpoint endpoint, String term) {
        String text = term.toLowerCase(Locale.ROOT);
        String digits = term.replaceAll("\\D", "");
        return row -> endpoint.searchFields().stream()
                .map(name -> name.equals("customer_number") ? "customer_phone_number" : name)
                .map(name -> name.equals("tags")
                        ? tags(row).stream().map(Labels::name).toList().toString()
                        : row.text(name))
                .anyMatch(value -> value != null
                        && (value.toLowerCase(Locale.ROOT).contains(text)
                                || (digits.length() >= 7 && value.startsWith("+") && value.contains(digits))));
    }

    static boolean isMissed(Row call) {
        return Boolean.FALSE.equals(call.get("answered")) && !Boolean.TRUE.equals(call.get("voicemail"));
    }

    private static boolean answerStatus(Row row, String asked) {
        return switch (asked) {
            case "answered" -> Boolean.TRUE.equals(row.get("answered"));
            case "voicemail" -> Boolean.TRUE.equals(row.get("voicemail"));
            case "missed" -> isMissed(row);
            default -> true;
        };
    }

    private static boolean callType(Row row, String asked) {
        return switch (asked) {
            case "first_call" -> Boolean.TRUE.equals(row.get("first_call"));
            case "missed" -> isMissed(row);
            case "voicemails" -> Boolean.TRUE.equals(row.get("voicemail"));
            default -> asked.equals(row.get("direction"));
        };
    }

    private static boolean agent(Row row, String asked, AccountRows account) {
        return account.rows("users").stream()
                .filter(user -> Ids.same(user.id(), asked))
                .anyMatch(user -> user.get("email").equals(row.get("agent_email")));
    }

    private static long seconds(Row call) {
        return call.get("duration") instanceof Number number ? number.longValue() : 0;
    }

    private static long number(String text, long otherwise) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static List<?> tags(Row row) {
        return row.get("tags") instanceof List<?> list ? list : List.of();
    }

    private static Object inner(Row row, String name, String key) {
        return row.get(name) instanceof Map<?, ?> map ? map.get(key) : null;
    }
}
