package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The rows a sandbox starts with: the same for the same seed and the same now.
 *
 * @param empty accounts and companies only
 */
record Seeding(long seed, int accounts, List<ZoneId> companyZones, boolean empty) {

    private static final int DAYS = 400;
    private static final int PEOPLE = 600;

    void plant(SandboxData data, Instant now) {
        SplittableRandom random = new SplittableRandom(seed);
        Instant founded = now.minus(DAYS, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        for (int i = 0; i < accounts; i++) {
            String accountId = Ids.timeOrdered("ACC", founded.minus(30L - i, ChronoUnit.DAYS), random);
            AccountRows account = data.open(accountId, Person.crowd(PEOPLE, founded, random.split()));
            account.put("accounts", Inventions.row("accounts", Map.of("name", name(i)), account, founded));
            for (ZoneId zone : companyZones) {
                data.add(
                        accountId,
                        "companies",
                        Map.of("time_zone", zone.getId(), "created_at", founded.minus(10, ChronoUnit.DAYS)));
            }
            if (!empty) {
                plantHistory(data, accountId, founded, now);
            }
        }
        data.save();
    }

    private void plantHistory(SandboxData data, String accountId, Instant founded, Instant now) {
        data.generate(accountId, "calls", 12 * DAYS, founded, now);
    }

    private static String name(int index) {
        return index == 0 ? "Signpost Marketing" : "Signpost Marketing " + (index + 1);
    }
}
