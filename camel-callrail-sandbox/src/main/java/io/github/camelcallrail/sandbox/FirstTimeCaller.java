package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A person who calls for the first time, and is not one of the people that an account deals with: more than half of all
 * callers.
 *
 * <p>It depends on how many calls there already are, so that all other random values stay the same.
 */
final class FirstTimeCaller {

    private static final int OF_100 = 55;

    /** A test that says who calls, or how often, means one of the people of the account. */
    private static final List<String> CALLER = List.of(
            "person_id",
            "customer_name",
            "customer_phone_number",
            "customer_city",
            "customer_state",
            "first_call",
            "prior_calls",
            "total_calls");

    /** Area codes and cities, none of them used for the people of an account or for its own numbers. */
    private static final List<String[]> PLACES = List.of(
            new String[] {"213", "Los Angeles", "CA"},
            new String[] {"214", "Dallas", "TX"},
            new String[] {"215", "Philadelphia", "PA"},
            new String[] {"216", "Cleveland", "OH"},
            new String[] {"225", "Baton Rouge", "LA"},
            new String[] {"267", "Philadelphia", "PA"},
            new String[] {"305", "Miami", "FL"},
            new String[] {"313", "Detroit", "MI"},
            new String[] {"314", "St. Louis", "MO"},
            new String[] {"317", "Indianapolis", "IN"},
            new String[] {"323", "Los Angeles", "CA"},
            new String[] {"347", "New York", "NY"},
            new String[] {"402", "Omaha", "NE"},
            new String[] {"405", "Oklahoma City", "OK"},
            new String[] {"407", "Orlando", "FL"},
            new String[] {"408", "San Jose", "CA"},
            new String[] {"412", "Pittsburgh", "PA"},
            new String[] {"414", "Milwaukee", "WI"},
            new String[] {"415", "San Francisco", "CA"},
            new String[] {"469", "Dallas", "TX"},
            new String[] {"470", "Atlanta", "GA"},
            new String[] {"502", "Louisville", "KY"},
            new String[] {"503", "Portland", "OR"},
            new String[] {"504", "New Orleans", "LA"},
            new String[] {"505", "Albuquerque", "NM"},
            new String[] {"513", "Cincinnati", "OH"},
            new String[] {"602", "Phoenix", "AZ"},
            new String[] {"612", "Minneapolis", "MN"},
            new String[] {"614", "Columbus", "OH"},
            new String[] {"615", "Nashville", "TN"},
            new String[] {"619", "San Diego", "CA"},
            new String[] {"646", "New York", "NY"},
            new String[] {"678", "Atlanta", "GA"},
            new String[] {"702", "Las Vegas", "NV"},
            new String[] {"704", "Charlotte", "NC"},
            new String[] {"713", "Houston", "TX"},
            new String[] {"720", "Denver", "CO"},
            new String[] {"773", "Chicago", "IL"},
            new String[] {"786", "Miami", "FL"},
            new String[] {"801", "Salt Lake City", "UT"},
            new String[] {"804", "Richmond", "VA"},
            new String[] {"813", "Tampa", "FL"},
            new String[] {"816", "Kansas City", "MO"},
            new String[] {"857", "Boston", "MA"},
            new String[] {"901", "Memphis", "TN"},
            new String[] {"904", "Jacksonville", "FL"},
            new String[] {"916", "Sacramento", "CA"},
            new String[] {"917", "New York", "NY"});

    private FirstTimeCaller() {}

    /**
     * Who makes the next call: somebody new, or else the known person. Phone numbers are from the range reserved for
     * fiction, and repeat after 4,800 calls.
     *
     * @param known one of the people of the account
     */
    static Person orElse(Person known, RecordDraft call, AccountRecords account, Instant at) {
        int index = account.records("calls").size();
        SplittableRandom random = new SplittableRandom(index);
        if (random.nextInt(100) >= OF_100 || CALLER.stream().anyMatch(call::isGiven)) {
            return known;
        }
        return Person.of(PLACES.get(index % PLACES.size()), at, index, index / PLACES.size(), random);
    }
}
