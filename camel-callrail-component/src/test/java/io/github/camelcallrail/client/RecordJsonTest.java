package io.github.camelcallrail.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records become the same JSON as by Jackson's mapper. */
class RecordJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static CallRailRecord record() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", "CAL1");
        fields.put("a \"name\" with \\ and é", "a \"value\" with \\, \n and é \uD83D\uDE00");
        fields.put("nothing", null);
        fields.put("yes", true);
        fields.put("int", -7);
        fields.put("long", 12_345_678_901L);
        fields.put("big", new BigInteger("123456789012345678901234567890"));
        fields.put("decimal", new BigDecimal("1E+3"));
        fields.put("object", CallRailRecord.of(Map.of("deep", List.of(CallRailRecord.of(Map.of("x", 1))))));
        fields.put("list", Arrays.asList("a", null, 1.5, List.of()));
        fields.put("empty", CallRailRecord.of(Map.of()));
        fields.put("of the user", Map.of("map", new int[] {1, 2}));
        return CallRailRecord.of(fields);
    }

    @Test
    void isTheSameAsOfTheMapper() throws Exception {
        CallRailRecord record = record();
        CallRailRecords records = CallRailRecords.of(List.of(record, CallRailRecord.of(Map.of()), record));

        assertThat(RecordJson.text(record)).isEqualTo(MAPPER.writeValueAsString(record));
        assertThat(RecordJson.bytes(record)).isEqualTo(MAPPER.writeValueAsBytes(record));
        assertThat(RecordJson.text(records)).isEqualTo(MAPPER.writeValueAsString(records));
        assertThat(RecordJson.bytes(records)).isEqualTo(MAPPER.writeValueAsBytes(records));
        assertThat(RecordJson.text(CallRailRecords.of(List.of()))).isEqualTo("[]");
    }

    @Test
    void aNameMayHoldAnyCharacter() throws Exception {
        CallRailRecord record = CallRailRecord.of(Map.of("\uD83D\uDE00", 1));

        assertThat(MAPPER.readTree(RecordJson.bytes(record))).isEqualTo(MAPPER.valueToTree(record));
        assertThat(MAPPER.readTree(RecordJson.text(record))).isEqualTo(MAPPER.valueToTree(record));
    }

    @Test
    void aRecordThatWasSerializedIsWrittenToo() throws Exception {
        CallRailRecord record = CallRailRecord.of(Map.of("id", "CAL1", "object", CallRailRecord.of(Map.of("x", 1))));
        RecordJson.text(record);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(record);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(RecordJson.text((CallRailRecord) in.readObject())).isEqualTo(RecordJson.text(record));
        }
    }
}
