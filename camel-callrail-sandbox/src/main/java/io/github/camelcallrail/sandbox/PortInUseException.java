package io.github.camelcallrail.sandbox;

/** Another program listens on the port that a sandbox was to listen on. */
final class PortInUseException extends IllegalStateException {

    PortInUseException(int port, Throwable cause) {
        super("port " + port + " is in use: another sandbox may be running", cause);
    }
}
