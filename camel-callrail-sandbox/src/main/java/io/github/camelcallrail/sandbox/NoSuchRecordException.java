package io.github.camelcallrail.sandbox;

/** There is no record with the id given. */
final class NoSuchRecordException extends IllegalArgumentException {

    NoSuchRecordException(String message) {
        super(message);
    }
}
