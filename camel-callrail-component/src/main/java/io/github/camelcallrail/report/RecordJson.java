package io.github.camelcallrail.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Writes records as JSON on one line, as Jackson's mapper does, but without its general machinery: names are encoded
 * once for all records of a page.
 */
public final class RecordJson {

    private static final int USUAL_LENGTH = 4 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

    private RecordJson() {}

    /** UTF-8, without a line break at the end. */
    public static byte[] bytes(CallRailRecord record) {
        return bytes((Object) record);
    }

    /** UTF-8, without a line break at the end. */
    public static byte[] bytes(CallRailRecords records) {
        return bytes((Object) records);
    }

    public static String text(CallRailRecord record) {
        return text((Object) record);
    }

    public static String text(CallRailRecords records) {
        return text((Object) records);
    }

    private static byte[] bytes(Object value) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(USUAL_LENGTH)) {
            try (JsonGenerator generator = JSON.createGenerator(bytes)) {
                write(value, generator);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a record cannot be written as JSON", e);
        }
    }

    private static String text(Object value) {
        Writer text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException("a record cannot be written as JSON", e);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator generator) throws IOException {
        if (value instanceof String text) {
            generator.writeString(text);
        } else if (value == null) {
            generator.writeNull();
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof CallRailRecord record) {
            record(record, generator);
        } else if (value instanceof List<?> list) {
            list(list, generator);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            generator.writeNumber(number);
        } else {
            // Only a record that a user has made can hold anything else.
            generator.writeRawValue(OfAnything.JSON.writeValueAsString(value));
        }
    }

    private static void record(CallRailRecord record, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (int index = 0; index < record.size(); index++) {
            generator.writeFieldName(record.fields().encoded(index));
            write(record.value(index), generator);
        }
        generator.writeEndObject();
    }

    private static void list(List<?> values, JsonGenerator generator) throws IOException {
        generator.writeStartArray();
        for (Object value : values) {
            write(value, generator);
        }
        generator.writeEndArray();
    }

    /** Loaded only when it is needed, because a mapper takes long to create. */
    private static final class OfAnything {

        private static final ObjectMapper JSON = new ObjectMapper();
    }
}
