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
    /** The first of the hundred numbers of each area code that are reserved for fiction. */
    private static final int FIRST_LINE = 555_01_00;

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
            String[] place = PLACES.get(i % PLACES.size());
            String first = any(FIRST, random);
            String last = any(LAST, random);
            String id = Ids.timeOrdered("PER", since.plusSeconds(3_600L * i), random);
            people.add(named(id, first, last, place, i, i / PLACES.size()));
        }
        return List.copyOf(people);
    }

    /**
     * Somebody who is not one of a crowd.
     *
     * @param place area code, city and state
     * @param number tells people of the same name apart
     * @param line the last two digits of the phone number
     */
    static Person of(String[] place, Instant since, int number, int line, SplittableRandom random) {
        String id = Ids.timeOrdered("PER", since, random);
        return named(id, any(FIRST, random), any(LAST, random), place, number, line);
    }

    private static Person named(String id, String first, String last, String[] place, int number, int line) {
        return new Person(
                id,
                first + " " + last,
                "+1" + place[0] + (FIRST_LINE + line % 100),
                (first + "." + last + number + "@example.org").toLowerCase(Locale.ROOT),
                place[1],
                place[2]);
    }

    private static String any(List<String> names, SplittableRandom random) {
        return names.get(random.nextInt(names.size()));
    }

    /** Formats {@code +15125550142} as {@code 512-555-0142}; anything else is unchanged. */
    static String dashed(String phone) {
        return phone != null && phone.length() == 12 && phone.startsWith("+1")
                ? phone.substring(2, 5) + "-" + phone.substring(5, 8) + "-" + phone.substring(8)
                : phone;
    }
}
