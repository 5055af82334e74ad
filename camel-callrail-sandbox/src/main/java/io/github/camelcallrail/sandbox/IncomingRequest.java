package io.github.camelcallrail.sandbox;

import java.util.List;
import java.util.Map;

/**
 * A request as received, by the API or by the media origin.
 *
 * @param headers with names in lower case
 * @param body empty if there is none
 */
record IncomingRequest(String method, String path, String rawQuery, Map<String, List<String>> headers, String body) {}
