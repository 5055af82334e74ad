package io.github.camelcallrail.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The records a sandbox starts with: the same for the same seed and the same current time.
 *
 * @param empty whether to create accounts and companies only
 */
record Seeding(long seed, int accounts, List<ZoneId> companyZones, boolean empty) {

    private static final int DAYS = 400;
    private static final int PEOPLE = 600;
    private static final int TRACKERS_PER_COMPANY = 4;

    void plant(SandboxData data, Instant now) {
        SplittableRandom random = new SplittableRandom(seed);
        Instant founded = now.minus(DAYS, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        for (int i = 0; i < accounts; i++) {
            Instant opened = founded.minus(Duration.ofDays(30).minusMinutes(i));
            String accountId = Ids.timeOrdered("ACC", opened, random);
            AccountRecords account = data.open(accountId, Person.crowd(PEOPLE, founded, random.split()));
            String name = i == 0 ? "Signpost Marketing" : "Signpost Marketing " + (i + 1);
            account.put("accounts", RecordGenerators.record("accounts", Map.of("name", name), account, opened));
            for (ZoneId zone : companyZones) {
                Instant joined = opened.plus(Duration.ofDays(1));
                data.add(accountId, "companies", Map.of("time_zone", zone.getId(), "created_at", joined));
            }
            if (!empty) {
                plantSetup(data, accountId, opened.plus(Duration.ofDays(2)), founded);
                plantHistory(data, account, founded, now);
            }
        }
        data.save();
    }

    private static void plantSetup(SandboxData data, String accountId, Instant from, Instant to) {
        List<String> companies = data.ids(accountId, "companies", company -> true);
        for (String company : companies) {
            Map<String, Object> of = Map.of("company_id", company);
            for (int i = 0; i < TRACKERS_PER_COMPANY; i++) {
                data.plant(accountId, "trackers", of, from.plus(Duration.ofHours(i)));
            }
            for (int i = 0; i < 2; i++) {
                data.plant(accountId, "caller-ids", of, from.plus(Duration.ofHours(i)));
                data.plant(accountId, "integrations", of, from.plus(Duration.ofHours(i)));
                data.plant(accountId, "integration-filters", of, from.plus(Duration.ofHours(i)));
            }
        }
        data.generate(accountId, "users", 15, from, to);
        data.generate(accountId, "tags", 20, from, to);
        data.generate(accountId, "notifications", 12, from, to);
        data.generate(accountId, "summary-emails", 10, from, to);
        data.generate(accountId, "message-flows", 4, from, to);
    }

    private void plantHistory(SandboxData data, AccountRecords account, Instant founded, Instant now) {
        plantDaily(data, account, "calls", 12, now);
        plantDaily(data, account, "form-submissions", 3, now);
        data.generate(account.id(), "leads", 300, founded, now);
        data.generate(account.id(), "conversations", 280, founded, now);
        for (Map<String, Object> conversation : data.rows(account.id(), "conversations")) {
            data.add(account.id(), "sms-threads", sharedFields(conversation));
        }
    }

    private void plantDaily(SandboxData data, AccountRecords account, String report, int perDay, Instant now) {
        for (Instant at : OfficeHours.times(perDay, DAYS, now, companyZones.get(0), account.random())) {
            data.plant(account.id(), report, Map.of(), at);
        }
    }

    /** The two reports on text messages are two views of the same messages. */
    private static Map<String, Object> sharedFields(Map<String, Object> conversation) {
        SandboxEndpoint threads = SandboxEndpoints.of("sms-threads");
        Map<String, Object> shared = new LinkedHashMap<>(conversation);
        shared.keySet().retainAll(SandboxEndpoints.of("conversations").defaultFields());
        shared.keySet().removeIf(name -> !threads.accepts(name));
        return shared;
    }
}
