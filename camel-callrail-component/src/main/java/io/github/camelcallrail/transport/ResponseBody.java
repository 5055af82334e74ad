package io.github.camelcallrail.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A response body whose closing releases the connection and never fails. */
final class ResponseBody extends FilterInputStream {

    ResponseBody(InputStream body) {
        super(body);
    }

    /**
     * Reads the rest of the body, so that the connection can be reused. If that fails, the connection is closed, and
     * the caller, who has read all it needed, is not told.
     */
    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            // HttpClient has closed the connection before it throws.
        }
    }
}
