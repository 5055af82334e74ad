package io.github.camelcallrail;

import static io.github.camelcallrail.KillPoint.BETWEEN_WRITES;
import static io.github.camelcallrail.KillPoint.CONFIRMED;
import static io.github.camelcallrail.KillPoint.FETCH;
import static io.github.camelcallrail.KillPoint.IN_BUCKET;
import static io.github.camelcallrail.KillPoint.IN_HEADER;
import static io.github.camelcallrail.KillPoint.MID_PAGE;
import static io.github.camelcallrail.KillPoint.PAGE_SENT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One time that a consumer's process is killed.
 *
 * @param page not before this page of a poll, the first being 1 and each counted again that comes again; 0 is before
 *     anything
 *     was sent
 * @param turn at which time that the process comes to the point, the first being 1
 */
record Kill(KillPoint point, int page, int turn) {

    /** Of the first 20 pages, of which some eight are too old for fingerprints. */
    static List<Kill> ofBackfill(Random random) {
        List<Kill> kills = new ArrayList<>();
        // The header that is there before all, and the mark beside it.
        kills.add(new Kill(IN_HEADER, 0, 1));
        kills.add(new Kill(IN_BUCKET, 0, 1));
        kills.addAll(spread(random, 1, 7, FETCH, MID_PAGE, PAGE_SENT, IN_HEADER, CONFIRMED));
        kills.addAll(spread(random, 10, 17, MID_PAGE, IN_BUCKET, BETWEEN_WRITES));
        return kills;
    }

    /** Of a poll that looks back, and has new or changed records in ten pages or more. */
    static List<Kill> ofLivePoll(Random random) {
        return spread(random, 1, 9, KillPoint.values());
    }

    /** Of a poll in which nothing is sent, but its end is written. */
    static List<Kill> ofIdlePoll() {
        return List.of(new Kill(IN_HEADER, 0, 1));
    }

    /** Each point once, in any order, in pages that come one after the other. */
    private static List<Kill> spread(Random random, int firstPage, int lastPage, KillPoint... points) {
        List<KillPoint> order = new ArrayList<>(List.of(points));
        Collections.shuffle(order, random);
        List<Integer> pages = IntStream.rangeClosed(firstPage, lastPage).boxed().collect(Collectors.toList());
        Collections.shuffle(pages, random);
        List<Integer> some = pages.subList(0, order.size()).stream().sorted().toList();
        return IntStream.range(0, order.size())
                .mapToObj(number -> kill(order.get(number), some.get(number), random))
                .toList();
    }

    private static Kill kill(KillPoint point, int page, Random random) {
        return new Kill(point, page, point == MID_PAGE ? 1 + random.nextInt(8) : 1);
    }

    @Override
    public String toString() {
        return point + " " + turn + " in page " + page;
    }
}
