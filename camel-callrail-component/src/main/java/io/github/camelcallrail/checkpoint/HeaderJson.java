package io.github.camelcallrail.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a header as JSON that an operator can read, and reads it back. */
final class HeaderJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HeaderJson() {}

    static String write(StateHeader header) {
        ObjectNode root = JSON.createObjectNode();
        root.put("generation", header.generation());
        Position position = header.position();
        root.put("origin", position.origin().toString());
        position.watermark().ifPresent(time -> root.put("watermark", time.toString()));
        position.newest().ifPresent(time -> root.put("newest", time.toString()));
        ObjectNode lastLooked = root.putObject("looked");
        new TreeMap<>(position.lastLooked())
                .forEach((depth, time) -> lastLooked.put(depth.toString(), time.toString()));
        position.progress().ifPresent(walk -> write(root.putObject("walk"), walk));
        ArrayNode failed = root.putArray("failed");
        header.failed().values().forEach(record -> {
            ObjectNode node = failed.addObject()
                    .put("id", record.id())
                    .put("time", record.time().toString())
                    .put("kind", record.kind().name());
            if (record.untimed()) {
                node.put("untimed", true);
            }
        });
        write(root.putObject("fingerprints"), header.index());
        header.fields().ifPresent(fields -> write(root.putObject("fields"), fields));
        ObjectNode options = root.putObject("options");
        new TreeMap<>(header.options()).forEach(options::put);
        return pretty(root);
    }

    /** Gives the same text on every system; {@code toPrettyString} does not. */
    private static String pretty(ObjectNode root) {
        try {
            return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
                    .writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }

    private static void write(ObjectNode node, ComparedFields fields) {
        fields.names().forEach(node.putArray("compared")::add);
        node.put("others", fields.unrequested());
        fields.excluded().forEach(node.putArray("without")::add);
    }

    private static void write(ObjectNode node, WalkProgress walk) {
        node.put("start", walk.start().toString());
        node.put("began", walk.began().toString());
        node.put("kept", walk.keptSince().toString());
        walk.anchor().ifPresent(anchor -> {
            node.put("minute", anchor.minute().toString());
            ArrayNode ids = node.putArray("ids");
            anchor.ids().stream().sorted().forEach(ids::add);
        });
    }

    private static void write(ObjectNode node, LedgerIndex index) {
        node.put("ring", index.ringSize());
        index.since().ifPresent(time -> node.put("since", time.toString()));
        ObjectNode entries = node.putObject("slots");
        new TreeMap<>(index.entries()).forEach((number, entry) -> entries.putArray(number.toString())
                .add(entry.day())
                .add(entry.generation())
                .add(entry.records()));
    }

    /** @throws RuntimeException if the text is not a header */
    static StateHeader read(String text) throws JsonProcessingException {
        JsonNode root = JSON.readTree(text);
        Map<Duration, Instant> lastLooked = new LinkedHashMap<>();
        root.required("looked")
                .properties()
                .forEach(entry -> lastLooked.put(
                        Duration.parse(entry.getKey()),
                        Instant.parse(entry.getValue().asText())));
        Map<String, FailedRecord> failed = new LinkedHashMap<>();
        root.required("failed").forEach(record -> {
            String id = record.required("id").asText();
            RecordChange.Kind kind =
                    RecordChange.Kind.valueOf(record.required("kind").asText());
            boolean untimed = record.path("untimed").asBoolean();
            failed.put(id, new FailedRecord(id, time(record, "time").orElseThrow(), kind, untimed));
        });
        Map<String, String> options = new LinkedHashMap<>();
        root.required("options")
                .properties()
                .forEach(entry -> options.put(entry.getKey(), entry.getValue().asText()));
        Position position = new Position(
                time(root, "origin").orElseThrow(),
                time(root, "watermark"),
                time(root, "newest"),
                lastLooked,
                Optional.ofNullable(root.get("walk")).map(HeaderJson::walk));
        return new StateHeader(
                root.required("generation").asLong(),
                options,
                position,
                failed,
                index(root.required("fingerprints")),
                Optional.ofNullable(root.get("fields")).map(HeaderJson::fields));
    }

    private static ComparedFields fields(JsonNode node) {
        return new ComparedFields(
                texts(node.required("compared")), node.required("others").asBoolean(), texts(node.required("without")));
    }

    private static SortedSet<String> texts(JsonNode array) {
        SortedSet<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static WalkProgress walk(JsonNode node) {
        return new WalkProgress(
                time(node, "start").orElseThrow(),
                time(node, "began").orElseThrow(),
                time(node, "minute").map(minute -> new TimeAnchor(minute, texts(node.path("ids")))),
                time(node, "kept").orElseThrow());
    }

    private static LedgerIndex index(JsonNode node) {
        Map<Integer, BucketEntry> entries = new LinkedHashMap<>();
        node.required("slots")
                .properties()
                .forEach(entry -> entries.put(
                        Integer.valueOf(entry.getKey()),
                        new BucketEntry(
                                entry.getValue().required(0).asLong(),
                                entry.getValue().required(1).asLong(),
                                entry.getValue().required(2).asInt())));
        return new LedgerIndex(node.required("ring").asInt(), time(node, "since"), entries);
    }

    private static Optional<Instant> time(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asText).map(Instant::parse);
    }
}
