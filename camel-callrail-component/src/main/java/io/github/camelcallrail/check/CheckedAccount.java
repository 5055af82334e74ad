package io.github.camelcallrail.check;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.TimeZones;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The account that a check is about, as far as the first probes have found it out. Used by one thread at a time. */
final class CheckedAccount {

    private static final int SHOWN = 4;

    private Optional<String> id;
    private List<CallRailRecord> companies = List.of();

    /** @param id the account that the user named; empty if none */
    CheckedAccount(Optional<String> id) {
        this.id = id;
    }

    boolean known() {
        return id.isPresent();
    }

    void is(String found) {
        id = Optional.of(found);
    }

    /** @throws ProbeSkipped if it is not known */
    String id() {
        return id.orElseThrow(() -> new ProbeSkipped("no account is known"));
    }

    void has(List<CallRailRecord> found) {
        companies = found;
    }

    /** Its companies, active ones first. */
    List<CallRailRecord> companies() {
        return companies;
    }

    /**
     * The first company that is active, or the first of all.
     *
     * @throws ProbeSkipped if there is none
     */
    String company() {
        return companies.stream()
                .findFirst()
                .map(CallRailRecord::id)
                .orElseThrow(() -> new ProbeSkipped("no company is known"));
    }

    /** The time zone of its first company; UTC if that is not known. */
    ZoneId zone() {
        return companies.stream()
                .findFirst()
                .flatMap(company -> TimeZones.known(String.valueOf(company.get("time_zone"))))
                .orElse(TimeZones.UTC);
    }

    /** An id that can be made public: {@code ACC…7f3a}. */
    static String abbreviated(String id) {
        if (id.length() < 2 * SHOWN) {
            return "…";
        }
        String prefix = id.matches("[A-Z]{3}.{8,}") ? id.substring(0, 3) : "";
        return prefix + "…" + id.substring(id.length() - SHOWN);
    }
}
