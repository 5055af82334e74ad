package io.github.camelcallrail.transport;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Adds the query to a request when it is sent. Before that, HttpClient logs the request with its path, and the query of
 * a link to a file lets anybody read that file.
 */
final class UnloggedQuery extends HttpRequestExecutor {

    private static final String ATTRIBUTE = UnloggedQuery.class.getName();

    /** @param query percent-encoded, without the question mark; null for none */
    static void set(HttpContext context, String query) {
        context.setAttribute(ATTRIBUTE, query);
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        // The request that opens a tunnel goes to the proxy, in clear text.
        boolean tunnel = Method.CONNECT.isSame(request.getMethod());
        if (!tunnel && context.getAttribute(ATTRIBUTE) instanceof String query) {
            request.setPath(request.getPath() + "?" + query);
        }
        return super.execute(request, connection, information, context);
    }
}
