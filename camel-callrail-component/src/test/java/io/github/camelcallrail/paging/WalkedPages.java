package io.github.camelcallrail.paging;

import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What came of a walk that was read to its end. */
record WalkedPages(List<Page> pages) {

    static WalkedPages of(Walk walk) {
        List<Page> pages = new ArrayList<>();
        for (Optional<Page> page = walk.next(); page.isPresent(); page = walk.next()) {
            pages.add(page.get());
        }
        return new WalkedPages(pages);
    }

    List<String> ids() {
        return pages.stream()
                .flatMap(page -> page.records().stream())
                .map(CallRailRecord::id)
                .toList();
    }

    /** What each page says how many records there are; -1 where it says nothing. */
    List<Long> totals() {
        return pages.stream().map(page -> page.totalRecords().orElse(-1)).toList();
    }

    /** The names r1, r2, r3… */
    static List<String> names(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> "r" + number)
                .toList();
    }
}
