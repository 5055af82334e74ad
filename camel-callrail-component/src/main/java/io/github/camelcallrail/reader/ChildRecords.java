package io.github.camelcallrail.reader;

import io.github.camelcallrail.catalogue.ChildKey;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.TimeText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Adds the computed fields to the records of one page that belong to a parent: the parent's id, and a key that
 * identifies the record among those of all parents. It consists of the parent's id and either the record's own id, or
 * 64 bits of a hash of the fields that never change, in which times are compared as instants. If several records of a
 * page are equal in all that, they are numbered. Used for one page.
 */
final class ChildRecords {

    private static final int HASH_BYTES = 8;

    private final ReportQuery query;
    private final ChildKey key;
    private final Map<String, Integer> occurrences = new HashMap<>();

    private ChildRecords(ReportQuery query, ChildKey key) {
        this.query = query;
        this.key = key;
    }

    /** Empty if the records of the query belong to no parent. */
    static Optional<ChildRecords> of(ReportQuery query) {
        return query.report().childKey().map(key -> new ChildRecords(query, key));
    }

    /** The record that a user gets for an object as it was received. */
    CallRailRecord record(CallRailRecord received) {
        Map<String, Object> members = new LinkedHashMap<>(received);
        String computed = computed(received);
        members.put(key.parent().name(), query.objectId());
        members.put(ChildKey.KEY, computed);
        return query.fields().record(members).identifiedBy(computed);
    }

    private String computed(CallRailRecord received) {
        String own = query.objectId() + "-" + identity(received).orElseGet(() -> hash(received));
        int occurrence = occurrences.merge(own, 1, Integer::sum);
        return occurrence == 1 ? own : own + "-" + occurrence;
    }

    private Optional<String> identity(CallRailRecord received) {
        List<String> values = key.identity().stream()
                .map(received::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(value -> value.matches("[A-Za-z0-9_-]{1,64}"))
                .toList();
        return values.isEmpty() || values.size() < key.identity().size()
                ? Optional.empty()
                : Optional.of(String.join("-", values));
    }

    private String hash(CallRailRecord received) {
        String described = key.described().stream()
                .map(field -> text(received.get(field)))
                .map(text -> text.length() + ":" + text)
                .collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(described.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(Object value) {
        String text = value == null ? "" : value.toString();
        if (!TimeText.mayBe(text)) {
            return text;
        }
        try {
            Instant instant = TimeText.instant(text);
            return instant.getEpochSecond() + "." + instant.getNano();
        } catch (DateTimeException e) {
            return text;
        }
    }
}
