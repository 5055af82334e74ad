package io.github.camelcallrail.check;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.TimeZones;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Proves that CallRail accepts the key, and finds the account, its companies and their time zones. */
record AccountChecks(ProbeClient client, Samples samples, CheckedAccount account) {

    private static final String ROLE = "Ask an administrator of the CallRail account for access, or create a new key.";

    /** CallRail accepts the key. */
    Finding key() {
        try {
            samples.of("accounts");
            return Finding.ok("CallRail accepts the API key.");
        } catch (CallRailFailure failure) {
            if (!account.known()) {
                client.end("no account is known");
            }
            throw failure;
        }
    }

    /** The key can see an account; the first one is checked unless the user named one. */
    Finding accounts() {
        Sample sample = samples.of("accounts");
        List<String> ids = sample.records().stream()
                .map(CallRailRecord::id)
                .filter(id -> !id.isEmpty())
                .toList();
        if (ids.isEmpty()) {
            if (!account.known()) {
                client.end("no account is known");
            }
            return Finding.refused("The key can see no account.", ROLE);
        }
        String seen = "The key can see " + (ids.size() == 1 ? "one account" : ids.size() + " accounts");
        if (!account.known()) {
            account.is(ids.get(0));
            return ids.size() == 1
                    ? Finding.ok(seen + ": " + shown(ids.get(0)) + ".")
                    : Finding.ok(
                            "%s. Only the first is checked: %s.".formatted(seen, shown(ids.get(0))),
                            "Check another one with option 'accountId'. Reports of accounts need that option, too.");
        }
        return ids.contains(account.id()) || !sample.complete()
                ? Finding.ok("%s. Option 'accountId' names the one that is checked: %s."
                        .formatted(seen, shown(account.id())))
                : Finding.refused(
                        "%s, but not the one that option 'accountId' names: %s.".formatted(seen, shown(account.id())),
                        "Check option 'accountId'.");
    }

    /** The account has companies, and Java knows their time zones. */
    Finding companies() {
        Sample sample = samples.of("companies");
        List<CallRailRecord> companies = sample.records().stream()
                .filter(company -> !company.id().isEmpty())
                .sorted(Comparator.comparing(AccountChecks::disabled))
                .toList();
        account.has(companies);
        if (companies.isEmpty()) {
            return Finding.unknown("The key can see no company in the account.", ROLE);
        }
        long disabled = companies.stream().filter(AccountChecks::disabled).count();
        String count = "%s%s%s"
                .formatted(
                        companies.size() == 1 ? "1 company" : companies.size() + " companies",
                        sample.complete() ? "" : " or more",
                        disabled == 0 ? "" : ", of which %s disabled".formatted(disabled));
        return zones(count, companies);
    }

    private static Finding zones(String count, List<CallRailRecord> companies) {
        List<Optional<ZoneId>> zones = companies.stream()
                .filter(company -> !disabled(company) || disabled(companies.get(0)))
                .map(company -> TimeZones.known(String.valueOf(company.get("time_zone"))))
                .distinct()
                .toList();
        if (zones.contains(Optional.<ZoneId>empty())) {
            return Finding.differs(
                    count + "; the time zone of one or more is unknown.",
                    "Set option 'timeZone' to the zone of your days, such as timeZone=America/New_York.");
        }
        List<String> names = zones.stream()
                .map(Optional::orElseThrow)
                .map(ZoneId::getId)
                .sorted()
                .toList();
        return names.size() == 1
                ? Finding.ok(count + "; time zone " + names.get(0) + ".")
                : Finding.ok(
                        count + "; time zones " + String.join(", ", names) + ".",
                        "Set option 'timeZone' or 'companyId': summaries need one of them, and lists use UTC without.");
    }

    private static boolean disabled(CallRailRecord company) {
        return "disabled".equals(company.get("status"));
    }

    private static String shown(String id) {
        return CheckedAccount.abbreviated(id);
    }
}
