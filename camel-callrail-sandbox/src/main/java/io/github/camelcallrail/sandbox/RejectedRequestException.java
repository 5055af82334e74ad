package io.github.camelcallrail.sandbox;

/** A request that is rejected with an error status. */
final class RejectedRequestException extends RuntimeException {

    private final int status;

    RejectedRequestException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
