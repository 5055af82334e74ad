package io.github.camelcallrail.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Proves that links to the next page repeat what was requested. The link itself is not followed. */
record LinkChecks(CallProbes calls) {

    private static final List<String> REPEATED = List.of("start_date", "end_date", "fields", "direction");

    /** The link to the second page of calls has dates, fields and filter of the first. */
    Finding links() {
        Map<String, String> parameters = CallProbes.window(
                calls.today().minusDays(Samples.DAYS).toString(), calls.today().toString(), "UTC");
        parameters.put("direction", "inbound");
        parameters.put("fields", "company_name");
        parameters.put("per_page", "1");
        parameters.put("relative_pagination", "true");
        Answer answer = calls.get(parameters);
        if (!(answer.members().get("next_page") instanceof String link)) {
            return Finding.unknown(
                    "There are fewer than two inbound calls in the last %s days, or CallRail gives no link."
                            .formatted(Samples.DAYS));
        }
        Optional<Set<String>> names = names(link);
        if (names.isEmpty()) {
            return Finding.differs("The link to the next page is not a URL.", advice());
        }
        List<String> missing =
                REPEATED.stream().filter(name -> !names.get().contains(name)).toList();
        return missing.isEmpty()
                ? Finding.ok("The link to the next page repeats dates, fields and filters.")
                : Finding.differs(
                        "The link to the next page does not repeat " + String.join(", ", missing) + ".", advice());
    }

    private static String advice() {
        return "Leave option 'pagination' out: pages are then fetched by number, without links.";
    }

    private static Optional<Set<String>> names(String link) {
        try {
            String query = Optional.ofNullable(new URI(link).getRawQuery()).orElse("");
            return Optional.of(Arrays.stream(query.split("&"))
                    .map(part -> URLDecoder.decode(part.split("=", 2)[0], StandardCharsets.UTF_8))
                    .map(name -> name.replace("[]", ""))
                    .collect(Collectors.toSet()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
