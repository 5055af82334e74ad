package io.github.camelcallrail;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Records of a sandbox that come with another time than they have; it selects and sorts them by the one that they have.
 */
final class UntimedRecords {

    private static final Object NULL = new Object();

    private final Map<String, Object> times = new ConcurrentHashMap<>();

    UntimedRecords(CallRailSandbox sandbox, String report, String arrayKey, String timeField) {
        sandbox.faults().always(report, Fault.edit(answer -> {
            Map<String, Object> edited = new LinkedHashMap<>(answer);
            edited.computeIfPresent(arrayKey, (key, records) -> ((List<?>) records)
                    .stream()
                            .map(record -> edited((Map<?, ?>) record, timeField))
                            .toList());
            return edited;
        }));
    }

    static UntimedRecords ofCalls(CallRailSandbox sandbox) {
        return new UntimedRecords(sandbox, "calls", "calls", "start_time");
    }

    /** What is no time, or none that a record can have. */
    static Stream<Object> values() {
        return Stream.of(
                NULL,
                "",
                "yesterday",
                "2026-03-10",
                "2026-03-10T11:00:00",
                "2026-03-10 11:00:00 -0400",
                "2026-02-30T11:00:00Z",
                1_773_154_800,
                true,
                List.of(),
                "9999-12-31T23:59:59Z",
                "2031-01-01T00:00:00-05:00",
                "1970-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z");
    }

    void set(String id, Object value) {
        times.put(id, value);
    }

    void setNull(String id) {
        times.put(id, NULL);
    }

    void repair(String id) {
        times.remove(id);
    }

    private Map<String, Object> edited(Map<?, ?> record, String timeField) {
        Map<String, Object> edited = new LinkedHashMap<>();
        record.forEach((name, value) -> edited.put(name.toString(), value));
        Object time = times.get(String.valueOf(record.get("id")));
        if (time != null) {
            edited.put(timeField, time == NULL ? null : time);
        }
        return edited;
    }
}
