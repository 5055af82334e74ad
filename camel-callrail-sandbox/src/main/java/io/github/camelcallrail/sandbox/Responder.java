package io.github.camelcallrail.sandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Connects WireMock to the API: the only class that knows WireMock's requests and responses. */
final class Responder implements ResponseDefinitionTransformerV2 {

    private final SandboxApi api;
    private final ChangeEndpoint changes;

    Responder(SandboxApi api, ChangeEndpoint changes) {
        this.api = api;
        this.changes = changes;
    }

    @Override
    public String getName() {
        return "callrail-sandbox";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        IncomingRequest incoming = incoming(request);
        return definition(
                incoming.path().startsWith(ChangeEndpoint.PREFIX)
                        ? changes.answer(incoming.method(), incoming.path(), incoming.body())
                        : api.answer(incoming));
    }

    private static IncomingRequest incoming(Request request) {
        String url = request.getUrl();
        int mark = url.indexOf('?');
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key().toLowerCase(Locale.ROOT), List.copyOf(header.values()));
        }
        return new IncomingRequest(
                request.getMethod().getName(),
                mark < 0 ? url : url.substring(0, mark),
                mark < 0 ? "" : url.substring(mark + 1),
                headers,
                request.getBodyAsString());
    }

    private static ResponseDefinition definition(Answer answer) {
        byte[] body = answer.body();
        ResponseDefinitionBuilder response = new ResponseDefinitionBuilder().withStatus(answer.status());
        answer.headers().forEach(response::withHeader);
        if (!answer.delay().isZero()) {
            response.withFixedDelay(Math.toIntExact(answer.delay().toMillis()));
        }
        switch (answer.ending()) {
            case RESET -> response.withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
            case EMPTY -> response.withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE);
            case TRUNCATED ->
                response.withHeader("Content-Length", Integer.toString(body.length))
                        .withBody(Arrays.copyOf(body, body.length / 2));
            case WHOLE -> response.withBody(body);
        }
        return response.build();
    }
}
