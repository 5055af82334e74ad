package io.github.camelcallrail.window;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes options as a test table does: {@code startDate=2026-03-08 endDaysBack=0}; {@code none} for no option. */
final class GivenOptions {

    private GivenOptions() {}

    static DateSelection selection(String text) {
        return DateSelection.of(options(text));
    }

    static Map<String, String> options(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        if (!text.equals("none")) {
            for (String option : text.split(" (?=[a-zA-Z]+=)")) {
                String[] nameAndValue = option.split("=", 2);
                options.put(nameAndValue[0], nameAndValue[1]);
            }
        }
        return options;
    }
}
