package io.github.camelcallrail.client;

import java.io.IOException;

/** An answer that is JSON but not the JSON that was promised. Its message says how, and quotes nothing of the answer. */
final class UnexpectedAnswer extends IOException {
    UnexpectedAnswer(String how) {
        super(how);
    }
}
