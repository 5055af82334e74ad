package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * An invented person who calls, writes or fills in forms, with a phone number from the range reserved for fiction.
 *
 * @param id {@code PER…}
 * @param phone E.164
 */
record Person(String id, String name, String phone, String email, String city, String state) {

    private static final List<String> FIRST = List.of(
            "Avery", "Bruno", "Celia", "Dario", "Edith", "Farid", "Gwen", "Hugo", "Ines", "Jonas", "Kira", "Leon",
            "Mabel", "Nadia", "Oscar", "Petra", "Quinn", "Rafael", "Selma", "Tobias");
    private static final List<String> LAST = List.of(
            "Appleby",
            "Birchall",
            "Castellan",
            "Dunmore",
            "Elmwood",
            "Fairlight",
            "Greenhalt",
            "Hollins",
            "Inkpen",
            "Juniper",
            "Kestrel",
            "Larkin",
            "Moorgate",
            "Nettles",
            "Oakhurst",
            "Pemberly",
            "Quill",
            "Rosewater",
            "Silverton",
            "Thistle");
    private static final List<String[]> PLACES = List.of(
            new String[] {"512", "Austin", "TX"},
            new String[] {"212", "New York", "NY"},
            new String[] {"312", "Chicago", "IL"},
            new String[] {"404", "Atlanta", "GA"},
            new String[] {"206", "Seattle", "WA"},
            new String[] {"303", "Denver", "CO"},
            new String[] {"617", "Boston", "MA"});

    /** The same people for the same random numbers; phone numbers are unique for up to 700 people. */
    static List<Person> crowd(int count, Instant since, SplittableRandom random) {
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String first = FIRST.get(random.nextInt(FIRST.size()));
            String last = LAST.get(random.nextInt(LAST.size()));
            String[] place = PLACES.get(i % PLACES.size());
            people.add(new Person(
                    Ids.timeOrdered("PER", since.plusSeconds(3_600L * i), random),
                    first + " " + last,
                    "+1" + place[0] + String.format(Locale.ROOT, "55501%02d", i / PLACES.size() % 100),
                    (first + "." + last + i + "@example.org").toLowerCase(Locale.ROOT),
                    place[1],
                    place[2]));
        }
        return List.copyOf(people);
    }

    /** Formats {@code +15125550142} as {@code 512-555-0142}; anything else is unchanged. */
    static String dashed(String phone) {
        return phone != null && phone.length() == 12 && phone.startsWith("+1")
                ? phone.substring(2, 5) + "-" + phone.substring(5, 8) + "-" + phone.substring(8)
                : phone;
    }
}
