package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Assumption;

/**
 * Is told when a walk meets a response that contradicts an assumption and reads on without it. It may be told several
 * times of the same, from several threads; it should be quick and must not throw.
 */
@FunctionalInterface
public interface DeviationListener {

    /** A listener that does nothing. */
    DeviationListener NONE = (assumption, detail) -> {};

    /**
     * @param assumption what does not hold
     * @param detail what was met, and what the walk does instead, as whole sentences without personal data
     */
    void differs(Assumption assumption, String detail);
}
