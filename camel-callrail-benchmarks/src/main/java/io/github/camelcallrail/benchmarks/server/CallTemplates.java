package io.github.camelcallrail.benchmarks.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON of a full page of calls, written once. Any page of the list is this template with its ids and times filled
 * in, all of which have a fixed width. So writing JSON costs the server only a copy.
 */
public final class CallTemplates {

    /** The maximum number of calls on a page. */
    static final int CALLS = 250;

    static final int ID_DIGITS = 10;
    private static final String ID = "CAL0199000000007000800000" + "0".repeat(ID_DIGITS);
    private static final String START_TIME = "0000-00-00T00:00:00.000Z";
    private static final String CREATED_AT = "0000-00-00T00:00:00Z";

    private final byte[] records;
    private final int[] ends = new int[CALLS];
    private final int[] ids = new int[CALLS];
    private final int[] startTimes = new int[CALLS];
    private final int[] createdAts = new int[CALLS];

    public CallTemplates(Profile profile) {
        ObjectMapper json = new ObjectMapper();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<Map<String, Object>> calls = InventedCalls.of(profile, CALLS);
        for (int i = 0; i < CALLS; i++) {
            byte[] record = template(json, calls.get(i));
            ids[i] = all.size() + find(record, ID) + ID.length() - ID_DIGITS;
            startTimes[i] = all.size() + find(record, START_TIME);
            createdAts[i] = all.size() + find(record, CREATED_AT);
            all.writeBytes(record);
            ends[i] = all.size();
            all.write(',');
        }
        records = all.toByteArray();
    }

    /** A copy of the records, each followed by a comma. */
    byte[] copy() {
        return records.clone();
    }

    /** The position at which a record ends. */
    int end(int record) {
        return ends[record];
    }

    /** The position of the digits by which the ids differ. */
    int id(int record) {
        return ids[record];
    }

    /** The position of {@code start_time}. */
    int startTime(int record) {
        return startTimes[record];
    }

    /** The position of {@code created_at}. */
    int createdAt(int record) {
        return createdAts[record];
    }

    /** The average size of a call in bytes. */
    public int bytesPerCall() {
        return records.length / CALLS;
    }

    private static byte[] template(ObjectMapper json, Map<String, Object> call) {
        Map<String, Object> template = new LinkedHashMap<>(call);
        template.put("id", ID);
        template.put("start_time", START_TIME);
        template.put("created_at", CREATED_AT);
        try {
            return json.writeValueAsBytes(template);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An invented call cannot be written: " + e.getMessage(), e);
        }
    }

    private static int find(byte[] record, String text) {
        // One character per byte, so that the position in the text is the position among the bytes.
        return new String(record, StandardCharsets.ISO_8859_1).indexOf('"' + text + '"') + 1;
    }
}
