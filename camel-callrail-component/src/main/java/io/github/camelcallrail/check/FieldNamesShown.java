package io.github.camelcallrail.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Names that came from CallRail, as far as they can be made public: those that look like names of fields. */
final class FieldNamesShown {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_-]{0,39}");
    private static final int MOST = 10;

    private FieldNamesShown() {}

    /** The first ten names, and the number of the others. */
    static String of(Collection<String> names) {
        List<String> shown = new ArrayList<>(names.stream()
                .filter(name -> NAME.matcher(name).matches())
                .limit(MOST)
                .toList());
        if (shown.size() < names.size()) {
            shown.add("%s%s".formatted(names.size() - shown.size(), shown.isEmpty() ? " names" : " more"));
        }
        return String.join(", ", shown);
    }
}
