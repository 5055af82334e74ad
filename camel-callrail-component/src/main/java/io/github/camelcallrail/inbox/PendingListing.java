package io.github.camelcallrail.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The oldest pending events that may be handed out. It reads the inbox page by page past the events of groups that may
 * not, and past most of a group with many events, so that neither holds up the others.
 *
 * @param events in the order of their keys; those of one group are its oldest, without gaps
 * @param groups the groups of all events that were read
 * @param cut the groups with more events than are listed
 * @param complete whether the inbox was read to its end
 */
record PendingListing(List<PendingEvent> events, Set<String> groups, Set<String> cut, boolean complete) {

    static final PendingListing NONE = new PendingListing(List.of(), Set.of(), Set.of(), false);

    private static final int PAGE_SIZE = 1_000;
    private static final int MOST_OF_A_GROUP = 20;

    PendingListing {
        events = List.copyOf(events);
        groups = Set.copyOf(groups);
        cut = Set.copyOf(cut);
    }

    /**
     * Lists up to 2,000 events.
     *
     * @param accepts whether events of a group may be handed out
     */
    static PendingListing of(EventInbox inbox, Predicate<String> accepts) {
        List<PendingEvent> events = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        Set<String> cut = new HashSet<>();
        String after = "";
        boolean complete = false;
        while (!complete && events.size() < PAGE_SIZE) {
            List<PendingEvent> page = inbox.pending(after, PAGE_SIZE);
            for (PendingEvent event : page) {
                int count = counts.merge(event.group(), 1, Integer::sum);
                if (count > MOST_OF_A_GROUP) {
                    cut.add(event.group());
                } else if (accepts.test(event.group())) {
                    events.add(event);
                }
                after = event.key();
            }
            complete = page.size() < PAGE_SIZE;
        }
        return new PendingListing(events, counts.keySet(), cut, complete);
    }

    /** Whether a group has events that are not listed, and none is left of those that are. */
    boolean leftOut(String group, boolean anyLeft) {
        return !anyLeft && cut.contains(group);
    }

    /** Whether few events are left of those listed, and there are more. */
    boolean isUsedUp(int left) {
        return !complete && left < events.size() / 2;
    }
}
