package io.github.camelcallrail.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends requests to a sandbox over HTTP, as any program would. */
final class Client {

    record Reply(int status, String body, HttpResponse<String> whole) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + body, e);
            }
        }

        String error() {
            return json().path("error").asText();
        }

        /** One field of each record in the response's list, as text. */
        List<String> each(String arrayKey, String field) {
            List<String> values = new ArrayList<>();
            json().path(arrayKey)
                    .forEach(record -> values.add(record.path(field).asText(null)));
            return values;
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final CallRailSandbox sandbox;

    Client(CallRailSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Requests a path below the first account: {@code get("calls.json", "per_page", "5")}. Percent-encodes the values.
     */
    Reply get(String path, String... parameters) {
        return absolute("/v3/a/" + sandbox.accountId() + "/" + path + query(parameters));
    }

    /** Requests a path and query exactly as given. */
    Reply absolute(String pathAndQuery) {
        return send("GET", pathAndQuery, "Token token=\"" + sandbox.apiKey() + "\"");
    }

    /**
     * Sends any request.
     *
     * @param authorization null for none
     */
    Reply send(String method, String pathAndQuery, String authorization) {
        try {
            return exchange(method, pathAndQuery, authorization);
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        }
    }

    /** Sends a body as a program without a key does. */
    Reply sendBody(String method, String path, String body) {
        try {
            return exchange(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body)));
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        }
    }

    /** Sends a body to a path below the first account, with the key. */
    Reply write(String method, String path, String body) {
        try {
            String url = sandbox.baseUrl() + "/v3/a/" + sandbox.accountId() + "/" + path;
            return exchange(HttpRequest.newBuilder(URI.create(url))
                    .header("Authorization", "Token token=\"" + sandbox.apiKey() + "\"")
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body)));
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        }
    }

    Reply exchange(String method, String pathAndQuery, String authorization) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + pathAndQuery))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return exchange(request);
    }

    private static Reply exchange(HttpRequest.Builder request) throws IOException {
        request.version(HttpClient.Version.HTTP_1_1);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String query(String... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(URLEncoder.encode(parameters[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }
}
