package io.github.camelcallrail.webhook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelcallrail.client.JsonLimits;
import io.github.camelcallrail.client.ObjectReader;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.RecordLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads a body that must be one JSON object. If a name is repeated in an object, the last value is used. */
final class JsonBody {

    private JsonBody() {}

    static CallRailRecord read(byte[] body, Charset charset) throws IOException {
        byte[] utf8 = charset.equals(StandardCharsets.UTF_8)
                ? body
                : new String(body, charset).getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = JsonLimits.parser(new ByteArrayInputStream(utf8))) {
            JsonToken begin = parser.nextToken();
            if (begin != JsonToken.START_OBJECT) {
                throw new UnreadableBody(begin == null ? "it is empty" : "it is not a JSON object");
            }
            CallRailRecord members = new ObjectReader(RecordLayout::of).read(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableBody("there is text after its end");
            }
            return members;
        }
    }

    /** The value of a text that is JSON; the text itself if it is not. */
    static Object valueOr(String text) {
        try (JsonParser parser = JsonLimits.parser(text)) {
            parser.nextToken();
            Object value = ObjectReader.value(parser);
            return parser.nextToken() == null ? value : text;
        } catch (IOException e) {
            // It is text that begins like JSON.
            return text;
        }
    }
}
