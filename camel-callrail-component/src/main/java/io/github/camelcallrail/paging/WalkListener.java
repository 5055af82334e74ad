package io.github.camelcallrail.paging;

import java.util.OptionalLong;

/**
 * Called by the reading thread with the progress of a reading: after each page, and when nothing is left. It should be
 * quick and must not throw.
 */
@FunctionalInterface
public interface WalkListener {

    /** A listener that does nothing. */
    WalkListener NONE = (taken, total, ended) -> {};

    /**
     * @param taken the number of records taken, without those of the page that has just arrived
     * @param total the number of records to take, if known
     * @param ended whether there are no more records; true once, and only if the reading is read to its end
     */
    void reached(long taken, OptionalLong total, boolean ended);
}
