package io.github.camelcallrail.operation;

import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.paging.Walk;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A walk through records that are computed here, one at a time, each when it is read.
 *
 * @param records nobody else reads them
 */
public record ComputedWalk(Iterator<CallRailRecord> records) implements Walk {

    @Override
    public Optional<Page> next() {
        return records.hasNext()
                ? Optional.of(new Page(
                        List.of(records.next()), OptionalLong.empty(), OptionalInt.empty(), Optional.empty(), Map.of()))
                : Optional.empty();
    }
}
