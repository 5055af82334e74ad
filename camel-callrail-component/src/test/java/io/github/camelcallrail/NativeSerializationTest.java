package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The classes that native image must know so that a body can be serialized, for a queue or a file. */
class NativeSerializationTest extends SandboxTest {

    private static final String EVERY_KIND_OF_VALUE = """
            {"total_records":1,"total_pages":1,"calls":[{"id":"CAL1","start_time":"2026-03-09T10:00:00.000-04:00",
            "duration":12,"total_calls":1234567890123,"score":12345678901234567890,"value":0.10,"answered":true,
            "note":null,"keywords":[],"tags":["A",null,{"name":"B"}],"custom":{"z":1,"a":2}}]}""";

    @Test
    void everyClassInASerializedBodyIsListedAndNoOther() throws Exception {
        sandbox.faults().always(Fault.body("application/json", EVERY_KIND_OF_VALUE));
        Set<String> listed = new TreeSet<>();
        for (JsonNode type :
                ComponentFiles.metadata("serialization-config.json").path("types")) {
            listed.add(type.path("name").asText());
        }

        CallRailRecords records = records(uri("calls", "fields=default"));
        Set<String> found = classesIn(serialized(records));

        // Text is written without its class, and these lists as something else, but all are looked up.
        found.add(String.class.getName());
        for (List<?> list :
                List.of(List.of(), List.of(1), (List<?>) records.get(0).get("tags"))) {
            found.add(list.getClass().getName());
        }
        assertThat(listed).isEqualTo(found);
    }

    private static byte[] serialized(CallRailRecords records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(records);
        }
        return bytes.toByteArray();
    }

    private static Set<String> classesIn(byte[] serialized) throws Exception {
        Set<String> classes = new TreeSet<>();
        try (ObjectInputStream in = new NotingStream(new ByteArrayInputStream(serialized), classes)) {
            assertThat(in.readObject()).isInstanceOf(CallRailRecords.class);
        }
        return classes;
    }

    /** Notes the classes that it reads. */
    private static final class NotingStream extends ObjectInputStream {

        private final Set<String> classes;

        NotingStream(InputStream in, Set<String> classes) throws IOException {
            super(in);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            classes.add(description.getName());
            return super.resolveClass(description);
        }
    }
}
