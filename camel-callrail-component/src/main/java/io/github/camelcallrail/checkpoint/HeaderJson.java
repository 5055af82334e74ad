package io.github.camelcallrail.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a header as JSON that an operator can read, and reads it back. A consumer does this when it starts, so it does
 * not use Jackson's mapper, which takes the JVM a tenth of a second to load.
 */
final class HeaderJson {

    private static final JsonFactory JSON = new JsonFactory();

    private HeaderJson() {}

    static String write(StateHeader header) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            // Gives the same text on every system.
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            write(header, json);
        } catch (IOException e) {
            throw new UncheckedIOException("texts and numbers can always be written", e);
        }
        return text.toString();
    }

    private static void write(StateHeader header, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("generation", header.generation());
        Position position = header.position();
        json.writeStringField("origin", position.origin().toString());
        write("watermark", position.watermark(), json);
        write("newest", position.newest(), json);
        json.writeObjectFieldStart("looked");
        for (Map.Entry<Duration, Instant> looked : new TreeMap<>(position.lastLooked()).entrySet()) {
            json.writeStringField(looked.getKey().toString(), looked.getValue().toString());
        }
        json.writeEndObject();
        if (position.progress().isPresent()) {
            write(position.progress().get(), json);
        }
        json.writeArrayFieldStart("failed");
        for (FailedRecord record : header.failed().values()) {
            write(record, json);
        }
        json.writeEndArray();
        write(header.index(), json);
        if (header.fields().isPresent()) {
            write(header.fields().get(), json);
        }
        json.writeObjectFieldStart("options");
        for (Map.Entry<String, String> option : new TreeMap<>(header.options()).entrySet()) {
            json.writeStringField(option.getKey(), option.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(WalkProgress walk, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("walk");
        json.writeStringField("start", walk.start().toString());
        json.writeStringField("began", walk.began().toString());
        json.writeStringField("kept", walk.keptSince().toString());
        if (walk.anchor().isPresent()) {
            TimeAnchor anchor = walk.anchor().get();
            json.writeStringField("minute", anchor.minute().toString());
            write("ids", new TreeSet<>(anchor.ids()), json);
        }
        json.writeEndObject();
    }

    private static void write(FailedRecord record, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", record.id());
        json.writeStringField("time", record.time().toString());
        json.writeStringField("kind", record.kind().name());
        if (record.untimed()) {
            json.writeBooleanField("untimed", true);
        }
        json.writeEndObject();
    }

    private static void write(LedgerIndex index, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("fingerprints");
        json.writeNumberField("ring", index.ringSize());
        write("since", index.since(), json);
        json.writeObjectFieldStart("slots");
        for (Map.Entry<Integer, BucketEntry> slot : new TreeMap<>(index.entries()).entrySet()) {
            json.writeArrayFieldStart(slot.getKey().toString());
            json.writeNumber(slot.getValue().day());
            json.writeNumber(slot.getValue().generation());
            json.writeNumber(slot.getValue().records());
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(ComparedFields fields, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("fields");
        write("compared", fields.names(), json);
        json.writeBooleanField("others", fields.unrequested());
        write("without", fields.excluded(), json);
        json.writeEndObject();
    }

    private static void write(String name, Optional<Instant> time, JsonGenerator json) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(name, time.get().toString());
        }
    }

    private static void write(String name, Collection<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** @throws RuntimeException if the text is not a header */
    static StateHeader read(String text) throws JsonProcessingException {
        SavedObject root = SavedObject.read(JSON, text);
        Map<Duration, Instant> lastLooked = new LinkedHashMap<>();
        root.object("looked")
                .members()
                .forEach((depth, time) -> lastLooked.put(Duration.parse(depth), Instant.parse((String) time)));
        Map<String, FailedRecord> failed = new LinkedHashMap<>();
        for (SavedObject record : root.objects("failed")) {
            String id = record.text("id");
            RecordChange.Kind kind = RecordChange.Kind.valueOf(record.text("kind"));
            Instant time = record.time("time").orElseThrow();
            failed.put(id, new FailedRecord(id, time, kind, record.members().containsKey("untimed")));
        }
        Map<String, String> options = new LinkedHashMap<>();
        root.object("options").members().forEach((option, hash) -> options.put(option, (String) hash));
        Position position = new Position(
                root.time("origin").orElseThrow(),
                root.time("watermark"),
                root.time("newest"),
                lastLooked,
                root.optional("walk").map(HeaderJson::walk));
        return new StateHeader(
                root.number("generation"),
                options,
                position,
                failed,
                index(root.object("fingerprints")),
                root.optional("fields").map(HeaderJson::fields));
    }

    private static ComparedFields fields(SavedObject node) {
        return new ComparedFields(
                new TreeSet<>(node.texts("compared")), node.bool("others"), new TreeSet<>(node.texts("without")));
    }

    private static WalkProgress walk(SavedObject node) {
        return new WalkProgress(
                node.time("start").orElseThrow(),
                node.time("began").orElseThrow(),
                node.time("minute").map(minute -> new TimeAnchor(minute, new TreeSet<>(node.texts("ids")))),
                node.time("kept").orElseThrow());
    }

    private static LedgerIndex index(SavedObject node) {
        Map<Integer, BucketEntry> entries = new LinkedHashMap<>();
        SavedObject slots = node.object("slots");
        for (String number : slots.members().keySet()) {
            long[] slot = slots.numbers(number);
            entries.put(Integer.valueOf(number), new BucketEntry(slot[0], slot[1], Math.toIntExact(slot[2])));
        }
        return new LedgerIndex(Math.toIntExact(node.number("ring")), node.time("since"), entries);
    }
}
