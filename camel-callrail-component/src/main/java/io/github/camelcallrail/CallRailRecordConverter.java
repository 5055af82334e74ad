package io.github.camelcallrail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.client.RecordJson;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.stream.RecordStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.apache.camel.Converter;

/** Type converters from records to JSON on one line: as text, UTF-8 bytes, a stream of bytes, or a tree. */
@Converter(generateLoader = true)
public final class CallRailRecordConverter {

    private CallRailRecordConverter() {}

    @Converter
    public static String toString(CallRailRecord callRailRecord) {
        return RecordJson.text(callRailRecord);
    }

    @Converter
    public static byte[] toBytes(CallRailRecord callRailRecord) {
        return RecordJson.bytes(callRailRecord);
    }

    @Converter
    public static InputStream toInputStream(CallRailRecord callRailRecord) {
        return new ByteArrayInputStream(toBytes(callRailRecord));
    }

    @Converter
    public static JsonNode toJsonNode(CallRailRecord callRailRecord) {
        return Tree.JSON.valueToTree(callRailRecord);
    }

    @Converter
    public static String toString(CallRailRecords callRailRecords) {
        return RecordJson.text(callRailRecords);
    }

    @Converter
    public static byte[] toBytes(CallRailRecords callRailRecords) {
        return RecordJson.bytes(callRailRecords);
    }

    @Converter
    public static InputStream toInputStream(CallRailRecords callRailRecords) {
        return new ByteArrayInputStream(toBytes(callRailRecords));
    }

    @Converter
    public static JsonNode toJsonNode(CallRailRecords callRailRecords) {
        return Tree.JSON.valueToTree(callRailRecords);
    }

    @Converter
    public static String toString(RecordStream stream) {
        throw oneBody("text");
    }

    @Converter
    public static byte[] toBytes(RecordStream stream) {
        throw oneBody("bytes");
    }

    @Converter
    public static InputStream toInputStream(RecordStream stream) {
        throw oneBody("a stream of bytes");
    }

    @Converter
    public static JsonNode toJsonNode(RecordStream stream) {
        throw oneBody("JSON");
    }

    private static CallRailException oneBody(String what) {
        return CallRailException.of(
                CallRailFailure.configuration(
                        ("A body of outputType=stream cannot become %s, because its records are fetched one by one"
                                        + " while it is read. Leave outputType=stream out to get all records as one"
                                        + " body, or split it first: split().body().streaming().")
                                .formatted(what)),
                null);
    }

    /** Loaded only when it is needed, because a mapper takes long to create. */
    private static final class Tree {

        private static final ObjectMapper JSON = new ObjectMapper();
    }
}
