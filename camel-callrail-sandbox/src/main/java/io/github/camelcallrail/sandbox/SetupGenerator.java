package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Generates accounts, companies, users, tags and leads. */
final class SetupGenerator {

    private static final ZoneId ACCOUNT_ZONE = ZoneId.of("America/New_York");
    private static final List<String> COMPANIES = List.of(
            "Bluebell Roofing",
            "Juniper Dental",
            "Copper Kettle Catering",
            "Northwind Movers",
            "Paper Lantern Legal",
            "Quarry Road Vets");
    private static final List<String> ROLES = List.of("admin", "manager", "reporting", "manager", "reporting");

    private SetupGenerator() {}

    static void account(RecordDraft draft, AccountRecords account, Instant at) {
        draft.put("id", account.id());
        draft.put("name", "Signpost Marketing");
        draft.put("outbound_recording_enabled", true);
        draft.put("hipaa_account", false);
        draft.put("numeric_id", Ids.numeric(account.id()));
        draft.put("masked_id", Ids.numeric(account.id()));
        draft.put("ten_dlc_effective_date", null);
        draft.put("inbound_recording_enabled", true);
        draft.put("created_at", Times.SPACED.format(at.atZone(ACCOUNT_ZONE)));
    }

    static void company(RecordDraft draft, AccountRecords account, Instant at) {
        SplittableRandom random = account.random();
        String id = draft.putText("id", Ids.timeOrdered("COM", at, random));
        int count = account.records("companies").size();
        String again = count < COMPANIES.size() ? "" : " " + (count / COMPANIES.size() + 1);
        draft.put("name", COMPANIES.get(count % COMPANIES.size()) + again);
        String status = draft.putText("status", "active");
        draft.put("time_zone", ACCOUNT_ZONE.getId());
        draft.put("created_at", Times.utcMillis(at));
        draft.put("disabled_at", "disabled".equals(status) ? Times.utcMillis(at) : null);
        draft.put("dni_active", random.nextInt(3) == 0 ? null : (Object) true);
        draft.put("masked_id", Ids.numeric(id));
        String script = Ids.numeric(id) + "/" + Long.toHexString(random.nextLong());
        draft.put("script_url", "//cdn.callrail.com/companies/" + script + "/12/swap.js");
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
        draft.put("verified_caller_ids", List.of(Fields.of("name", "Reception", "phone_number", "+15125550101")));
    }

    static void user(RecordDraft user, AccountRecords account, Instant at) {
        SplittableRandom random = account.random();
        int count = account.records("users").size();
        String[] names =
                account.people().get(count % account.people().size()).name().split(" ");
        TrackingLine line = TrackingLine.of(user, account);
        user.put("id", Ids.timeOrdered("USR", at, random));
        String first = user.putText("first_name", names[0]);
        String last = user.putText("last_name", names[1]);
        user.put("name", first + " " + last);
        user.put("email", (first + "." + last + "." + count + "@signpost.example.com").toLowerCase(Locale.ROOT));
        user.put("created_at", Times.millis(at, ACCOUNT_ZONE));
        user.put("role", ROLES.get(count % ROLES.size()));
        user.put("accepted", random.nextInt(5) > 0);
        user.put("companies", List.of(Fields.of("id", line.companyId(), "name", line.companyName())));
    }

    static void tag(RecordDraft tag, AccountRecords account, Instant at) {
        int count = account.records("tags").size();
        boolean ofAccount = !tag.isGiven("company_id") && count % 4 == 0;
        String again = count < TagLabels.NAMES.size() ? "" : " " + (count / TagLabels.NAMES.size() + 1);
        tag.put("id", TagLabels.FIRST_ID + count);
        tag.put("name", TagLabels.NAMES.get(count % TagLabels.NAMES.size()) + again);
        String level = tag.putText("tag_level", ofAccount ? "account" : "company");
        String color = tag.putText("color", TagLabels.COLORS.get(count % TagLabels.COLORS.size()));
        tag.put("background_color", color);
        tag.put(
                "company_id",
                level.equals("account") ? null : TrackingLine.of(tag, account).companyId());
        tag.put("status", count % 7 == 6 ? "disabled" : "enabled");
        tag.put("created_at", Times.millis(at, ACCOUNT_ZONE));
    }

    static void lead(RecordDraft lead, AccountRecords account, Instant at) {
        int count = account.records("leads").size();
        List<Person> people = account.people();
        Person person = people.get(count % people.size());
        TrackingLine line = TrackingLine.of(lead, account);
        // Each person becomes a lead once; further leads are other people with the same names.
        lead.put("id", count < people.size() ? person.id() : Ids.timeOrdered("PER", at, account.random()));
        lead.put("name", person.name());
        lead.put("phone", person.phone());
        lead.put("email", person.email());
        lead.put("created_at", Times.utcMillis(at));
        lead.put("company_id", line.companyId());
        lead.put("company_name", line.companyName());
    }
}
