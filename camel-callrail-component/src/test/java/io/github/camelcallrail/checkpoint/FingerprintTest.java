package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static long print(String json, String... ignored) throws Exception {
        @SuppressWarnings("unchecked")
        Map<String, Object> record = JSON.readValue(json, Map.class);
        return new Fingerprint(Set.of(ignored)).of(CallRailRecord.of(record));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1,"b":2}                                   | {"b":2,"a":1}
            {"a":{"x":1,"y":2}}                             | {"a":{"y":2,"x":1}}
            {"a":250}                                       | {"a":250.00}
            {"a":250}                                       | {"a":2.5e2}
            {"a":0}                                         | {"a":0.0}
            {"a":12345678901234567890}                      | {"a":12345678901234567890.0}
            {"a":1,"b":null}                                | {"a":1}
            {"a":{"x":null}}                                | {"a":{}}
            {"a":"2026-03-14T09:26:53.589-05:00"}           | {"a":"2026-03-14T14:26:53.589Z"}
            {"a":"2026-03-14T09:26:53-05:00"}               | {"a":"2026-03-14T19:56:53.000+05:30"}
            {"a":["2026-03-14T09:26:53-05:00"]}             | {"a":["2026-03-14T14:26:53Z"]}
            """)
    void doesNotSeeHowThingsAreWritten(String one, String other) throws Exception {
        assertThat(print(one)).isEqualTo(print(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1}                               | {"a":2}
            {"a":1}                               | {"a":"1"}
            {"a":1}                               | {"b":1}
            {"a":true}                            | {"a":"true"}
            {"a":true}                            | {"a":false}
            {"a":""}                              | {"a":null}
            {"a":[]}                              | {"a":null}
            {"a":[1,2]}                           | {"a":[2,1]}
            {"a":[1,2]}                           | {"a":[12]}
            {"a":["x","y"]}                       | {"a":["xy"]}
            {"a":["x",["y"]]}                     | {"a":["x","y"]}
            {"a":[null]}                          | {"a":[]}
            {"a":"x","b":"y"}                     | {"a":"xb","b":"y"}
            {"a":{"b":1}}                         | {"a":1,"b":1}
            {"a":"2026-03-14T09:26:53-05:00"}     | {"a":"2026-03-14T09:26:53-06:00"}
            {"a":"2026-03-14T99:26:53-05:00"}     | {"a":"2026-03-14T99:26:53-06:00"}
            {"a":"2026-03-14T09:26:53Z at noon"}  | {"a":"2026-03-14T09:26:53Z at nine"}
            {"a":"ä"}                             | {"a":"a"}
            {"a":0.1}                             | {"a":0.10000000000000001}
            """)
    void seesWhatTheySay(String one, String other) throws Exception {
        assertThat(print(one)).isNotEqualTo(print(other));
    }

    @Test
    void leavesOutWhatChangesByItself() throws Exception {
        assertThat(print("{\"a\":1,\"n\":1}", "n")).isEqualTo(print("{\"a\":1,\"n\":2}", "n"));
        assertThat(print("{\"a\":{\"n\":1}}", "n")).isNotEqualTo(print("{\"a\":{\"n\":2}}", "n"));
        assertThat(print("{\"a\":{\"n\":1,\"m\":1}}", "a.n")).isEqualTo(print("{\"a\":{\"n\":2,\"m\":1}}", "a.n"));
        assertThat(print("{\"a\":{\"n\":1,\"m\":1}}", "a.n")).isNotEqualTo(print("{\"a\":{\"n\":1,\"m\":2}}", "a.n"));
        assertThat(print("{\"a\":[{\"n\":1}]}", "a.n")).isEqualTo(print("{\"a\":[{\"n\":2}]}", "a.n"));
    }

    @Test
    void isTheSameForEver() throws Exception {
        // What older versions saved is compared with this; another value here needs another Fingerprint.FORMAT.
        assertThat(print("{\"id\":\"CAL1\",\"n\":1.50,\"t\":[true,null,\"x\"],\"m\":{\"k\":\"v\"}}"))
                .isEqualTo(-3988478894377686703L);
    }
}
