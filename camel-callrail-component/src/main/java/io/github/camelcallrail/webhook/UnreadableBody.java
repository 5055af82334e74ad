package io.github.camelcallrail.webhook;

import java.io.IOException;

/** Thrown for a body that is not what its content type promises. Its message quotes nothing of the body. */
final class UnreadableBody extends IOException {

    UnreadableBody(String reason) {
        super(reason);
    }
}
