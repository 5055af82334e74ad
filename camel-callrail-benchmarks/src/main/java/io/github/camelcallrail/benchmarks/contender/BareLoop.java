package io.github.camelcallrail.benchmarks.contender;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The minimum needed to read all calls as Maps: the JDK's HTTP client, Jackson, one thread, nothing else. Any
 * additional cost of the other contenders is the price of what they do in addition.
 */
final class BareLoop implements Contender {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Source source;
    private final Sink sink;

    BareLoop(Source source, Sink sink) {
        this.source = source;
        this.sink = sink;
    }

    @Override
    public void read() throws IOException, InterruptedException {
        String query = source.queryBeforePage();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            Map<?, ?> answer = answer(URI.create(source.address() + "?" + query + page));
            for (Object call : (List<?>) answer.get("calls")) {
                sink.take((Map<?, ?>) call);
            }
            pages = (Integer) answer.get("total_pages");
        }
    }

    private Map<?, ?> answer(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Token token=\"" + Source.API_KEY + "\"")
                // The other clients do this on their own; the server compresses only if told to.
                .header("Accept-Encoding", "gzip")
                .build();
        // Reads the whole body, which is simplest: a page is not large.
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("Status " + response.statusCode());
        }
        if (response.headers().firstValue("Content-Encoding").isEmpty()) {
            return json.readValue(response.body(), Map.class);
        }
        try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()), 1 << 14)) {
            return json.readValue(body, Map.class);
        }
    }

    @Override
    public void close() {
        // In Java 17 this client cannot be closed: its threads end when it is garbage-collected.
    }
}
