package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

/** Writes accounts and companies. */
final class SetupInvention {

    private static final List<String> COMPANIES = List.of(
            "Bluebell Roofing",
            "Juniper Dental",
            "Copper Kettle Catering",
            "Northwind Movers",
            "Paper Lantern Legal",
            "Quarry Road Vets");

    private SetupInvention() {}

    static void account(Draft draft, AccountRows account, Instant at) {
        draft.put("id", account.id());
        draft.put("name", "Signpost Marketing");
        draft.put("outbound_recording_enabled", true);
        draft.put("hipaa_account", false);
        draft.put("numeric_id", Ids.numeric(account.id()));
        draft.put("inbound_recording_enabled", true);
        draft.put("created_at", Times.SPACED.format(at.atZone(ZoneId.of("America/New_York"))));
    }

    static void company(Draft draft, AccountRows account, Instant at) {
        SplittableRandom random = account.random();
        String id = draft.putText("id", Ids.timeOrdered("COM", at, random));
        int count = account.rows("companies").size();
        String again = count < COMPANIES.size() ? "" : " " + (count / COMPANIES.size() + 1);
        draft.put("name", COMPANIES.get(count % COMPANIES.size()) + again);
        String status = draft.putText("status", "active");
        draft.put("time_zone", "America/New_York");
        draft.put("created_at", Times.utcMillis(at));
        draft.put("disabled_at", "disabled".equals(status) ? Times.utcMillis(at) : null);
        draft.put("dni_active", random.nextInt(3) == 0 ? null : (Object) true);
        draft.put(
                "script_url",
                "//cdn.callrail.com/companies/" + Ids.numeric(id) + "/" + Long.toHexString(random.nextLong())
                        + "/12/swap.js");
        draft.put("callscore_enabled", false);
        draft.put("lead_scoring_enabled", true);
        draft.put("swap_exclude_jquery", null);
        draft.put("swap_ppc_override", null);
        draft.put("swap_landing_override", null);
        draft.put("swap_cookie_duration", 6);
        draft.put("swap_cookie_duration_unit", "months");
        draft.put("callscribe_enabled", true);
        draft.put("keyword_spotting_enabled", false);
        draft.put("form_capture", true);
        draft.put("verified_caller_ids", List.of());
    }
}
