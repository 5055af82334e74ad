package io.github.camelcallrail.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Downloads from the media origin, as any program would or byte by byte as they come. */
final class MediaClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private MediaClient() {}

    static HttpResponse<byte[]> get(String url, String... headers) {
        return sent(request(url, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    static HttpResponse<InputStream> open(String url, String... headers) {
        return sent(request(url, headers), HttpResponse.BodyHandlers.ofInputStream());
    }

    static HttpRequest.Builder request(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).version(HttpClient.Version.HTTP_1_1);
        return headers.length == 0 ? request : request.headers(headers);
    }

    static <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * What comes through the connection until it ends.
     *
     * @param body the bytes after the head
     */
    record Wire(String head, byte[] body) {}

    /** @param headers whole lines, each with its end of line */
    static Wire wire(String url, String... headers) throws IOException {
        String origin = url.replaceAll("(http://[^/]+).*", "$1");
        URI uri = URI.create(origin);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String request = "GET " + url.substring(origin.length()) + " HTTP/1.1\r\nHost: x\r\n"
                    + String.join("", headers) + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] all = socket.getInputStream().readAllBytes();
            int end = new String(all, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
            return new Wire(
                    new String(all, 0, end, StandardCharsets.ISO_8859_1), Arrays.copyOfRange(all, end + 4, all.length));
        }
    }
}
