package io.github.camelcallrail.paging;

import java.util.OptionalLong;

/**
 * Is told how far a reading is, by the thread that reads: when a page has come and when there is nothing left. It should be quick,
 * and must not throw.
 */
@FunctionalInterface
public interface WalkListener {

    /** For readings that nobody watches. */
    WalkListener NONE = (taken, total, ended) -> {};

    /**
     * @param taken how many rows were taken, without those of a page that has just come
     * @param total how many there are to take as far as is known by now
     * @param ended whether no more come; said once, and only of a reading that is read to its end
     */
    void reached(long taken, OptionalLong total, boolean ended);
}
