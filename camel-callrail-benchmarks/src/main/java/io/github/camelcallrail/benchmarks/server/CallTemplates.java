package io.github.camelcallrail.benchmarks.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON of as many calls as a page holds, written once. A page anywhere in the list is this with the ids and times put in, all
 * of which have a fixed width; so the server writes JSON at the cost of copying it.
 */
public final class CallTemplates {

    /** The most calls on a page. */
    static final int CALLS = 250;

    static final int ID_DIGITS = 10;
    private static final String ID = "CAL0199000000007000800000" + "0".repeat(ID_DIGITS);
    private static final String START_TIME = "0000-00-00T00:00:00.000Z";
    private static final String CREATED_AT = "0000-00-00T00:00:00Z";

    private final byte[] rows;
    private final int[] ends = new int[CALLS];
    private final int[] ids = new int[CALLS];
    private final int[] startTimes = new int[CALLS];
    private final int[] createdAts = new int[CALLS];

    public CallTemplates(Profile profile) {
        ObjectMapper json = new ObjectMapper();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<Map<String, Object>> calls = InventedCalls.of(profile, CALLS);
        for (int i = 0; i < CALLS; i++) {
            byte[] row = template(json, calls.get(i));
            ids[i] = all.size() + find(row, ID) + ID.length() - ID_DIGITS;
            startTimes[i] = all.size() + find(row, START_TIME);
            createdAts[i] = all.size() + find(row, CREATED_AT);
            all.writeBytes(row);
            ends[i] = all.size();
            all.write(',');
        }
        rows = all.toByteArray();
    }

    /** A copy of the rows, a comma behind each. */
    byte[] copy() {
        return rows.clone();
    }

    /** Where a row ends. */
    int end(int row) {
        return ends[row];
    }

    /** Where the digits are that tell one id from another. */
    int id(int row) {
        return ids[row];
    }

    /** Where {@code start_time} is. */
    int startTime(int row) {
        return startTimes[row];
    }

    /** Where {@code created_at} is. */
    int createdAt(int row) {
        return createdAts[row];
    }

    /** How many bytes a call has. */
    public int bytesPerCall() {
        return rows.length / CALLS;
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

    private static int find(byte[] row, String text) {
        // One character a byte, so that the place in the text is the place among the bytes.
        return new String(row, StandardCharsets.ISO_8859_1).indexOf('"' + text + '"') + 1;
    }
}
