package io.github.camelcallrail.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body whose closing gives the connection back and never fails. */
final class ResponseBody extends FilterInputStream {

    ResponseBody(InputStream body) {
        super(body);
    }

    /**
     * Closing reads what is left, so that the connection can be used again. If that fails the connection is dropped, and
     * whoever has read all they wanted need not know.
     */
    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            // HttpClient has dropped the connection before it throws.
        }
    }
}
