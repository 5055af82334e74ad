package io.github.camelcallrail;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/**
 * When to kill the processes of one poll, which is begun again after each kill: told each gate, it says whether this is
 * one.
 */
final class KillPlan {

    private final String headerKey;
    private final Deque<Kill> ahead;
    private int pages;
    private int turns;
    private boolean sent;
    private boolean inPage;
    private boolean bucketWritten;

    /** @param headerKey where the state's header is kept, beneath which are its fingerprints */
    KillPlan(String headerKey, Collection<Kill> kills) {
        this.headerKey = headerKey;
        this.ahead = new ArrayDeque<>(kills);
    }

    /** Those that did not come to pass. */
    Collection<Kill> ahead() {
        return ahead;
    }

    /** Whether the next request is one in which to kill: what is asked for in a page is the next. */
    boolean fetchIsNext() {
        return isDue(KillPoint.FETCH, pages + 1);
    }

    /** Whether to kill at this gate, the next one. */
    boolean strikes(String gate) {
        String[] words = gate.split(" ");
        boolean header = words[1].equals(headerKey);
        if (words[0].equals("received")) {
            pages += inPage ? 0 : 1;
            inPage = words[3].equals("more");
            sent = true;
        }
        boolean strikes = point(words, header).filter(this::isTurn).isPresent();
        if (words[0].equals("written")) {
            bucketWritten = !header;
        }
        return strikes;
    }

    private Optional<KillPoint> point(String[] words, boolean header) {
        return switch (words[0]) {
            case "received" -> words[3].equals("more") ? Optional.of(KillPoint.MID_PAGE) : Optional.empty();
            case "before" -> Optional.of(bucketWritten ? KillPoint.BETWEEN_WRITES : KillPoint.PAGE_SENT);
            case "inside" -> Optional.of(header ? KillPoint.IN_HEADER : KillPoint.IN_BUCKET);
            case "written" -> header ? Optional.of(KillPoint.CONFIRMED) : Optional.empty();
            default -> throw new IllegalArgumentException("No gate is called " + words[0]);
        };
    }

    /** Of what is in a page only where this process sent something, because the writes before belong to none. */
    private boolean isTurn(KillPoint point) {
        return isDue(point, pages)
                && (sent || ahead.peek().page() == 0)
                && ++turns >= ahead.peek().turn();
    }

    private boolean isDue(KillPoint point, int page) {
        return !ahead.isEmpty() && ahead.peek().point() == point && ahead.peek().page() <= page;
    }

    /** The process was killed, as was planned: the next begins. */
    Kill struck() {
        turns = 0;
        sent = false;
        inPage = false;
        bucketWritten = false;
        return ahead.remove();
    }
}
