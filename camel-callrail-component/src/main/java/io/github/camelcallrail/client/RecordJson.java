package io.github.camelcallrail.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.report.FieldNames;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes records as JSON on one line, as Jackson's mapper does, but without its general machinery: names are encoded
 * once for all records that share them. Thread-safe.
 */
public final class RecordJson {

    private static final int USUAL_LENGTH = 4 * 1024;

    /** Records of one report, and the objects in them, nearly always have the same names. */
    private static final int MOST_KNOWN = 1_000;

    private static final JsonFactory JSON = new JsonFactory();

    private static final Map<FieldNames, SerializableString[]> ENCODED = new ConcurrentHashMap<>();

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
        SerializableString[] names = encoded(record.fields());
        generator.writeStartObject();
        for (int index = 0; index < names.length; index++) {
            generator.writeFieldName(names[index]);
            write(record.value(index), generator);
        }
        generator.writeEndObject();
    }

    private static SerializableString[] encoded(FieldNames names) {
        SerializableString[] encoded = ENCODED.get(names);
        if (encoded == null) {
            encoded = new SerializableString[names.size()];
            for (int index = 0; index < encoded.length; index++) {
                encoded[index] = new SerializedString(names.name(index));
            }
            if (ENCODED.size() >= MOST_KNOWN) {
                ENCODED.clear();
            }
            ENCODED.put(names, encoded);
        }
        return encoded;
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
