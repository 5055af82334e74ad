package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.report.Report.Mark;
import io.github.camelcallrail.report.ReportQuery;

/**
 * What a call is about, in the words of error messages.
 *
 * @param name such as {@code report 'calls'}
 * @param access the options and rights to check when the key's user may not see it, as the end of a sentence
 * @param refusedToMany whether CallRail refuses it to many accounts, whoever asks
 */
record CallSubject(String name, String access, boolean refusedToMany) {

    CallSubject {
        requireNonNull(name, "name is null");
        requireNonNull(access, "access is null");
    }

    static CallSubject of(ReportQuery query) {
        return new CallSubject(
                "report '" + query.report() + "'",
                whose(query) + "the user's role in CallRail",
                query.report().is(Mark.REFUSED_TO_MANY));
    }

    private static String whose(ReportQuery query) {
        if (!query.report().ofAccount()) {
            return "option 'baseUrl', and ";
        }
        String company = query.parameter("company_id")
                .map(id -> " and option 'companyId' (now '" + id + "')")
                .orElse("");
        return "option 'accountId' (now '%s')%s, and ".formatted(query.accountId(), company);
    }

    /** As the first words of a sentence. */
    String capitalized() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    @Override
    public String toString() {
        return name;
    }
}
