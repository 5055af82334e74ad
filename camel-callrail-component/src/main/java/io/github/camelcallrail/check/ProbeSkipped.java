package io.github.camelcallrail.check;

/** Thrown in place of a request that is no longer sent. */
final class ProbeSkipped extends RuntimeException {

    /** @param reason why not, as the end of a sentence */
    ProbeSkipped(String reason) {
        super(reason, null, false, false);
    }
}
