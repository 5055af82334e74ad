package io.github.camelcallrail.benchmarks.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes pages of a grid of calls. Not thread-safe: it reuses its buffer. */
public final class CallPages {

    private static final byte[] END = "]}".getBytes(StandardCharsets.US_ASCII);

    private final CallGrid grid;
    private final CallTemplates templates;
    private final byte[] records;
    private long minute = Long.MIN_VALUE;
    private byte[] minuteText = {};

    public CallPages(CallGrid grid, CallTemplates templates) {
        this.grid = grid;
        this.templates = templates;
        this.records = templates.copy();
    }

    /** A page, which must be written before the next one is requested. */
    public Body page(PageRequest request) {
        int from = request.start().map(grid::placeOfStart).orElse(0);
        int until = Math.max(from, request.end().map(grid::placeAfterEnd).orElse(grid.size()));
        int total = until - from;
        long first = from + (request.page() - 1L) * request.perPage();
        int count = (int) Math.max(0, Math.min(request.perPage(), until - first));
        for (int record = 0; record < count; record++) {
            put(record, (int) first + record);
        }
        String begin = "{\"page\":%s,\"per_page\":%s,\"total_pages\":%s,\"total_records\":%s,\"calls\":["
                .formatted(
                        request.page(), request.perPage(), (total + request.perPage() - 1) / request.perPage(), total);
        return new Body(begin.getBytes(StandardCharsets.US_ASCII), count == 0 ? 0 : templates.end(count - 1));
    }

    private void put(int record, int place) {
        int digit = templates.id(record) + CallTemplates.ID_DIGITS;
        for (int rest = place, i = 0; i < CallTemplates.ID_DIGITS; i++, rest /= 10) {
            records[--digit] = (byte) ('0' + rest % 10);
        }
        if (grid.minute(place) != minute) {
            minute = grid.minute(place);
            minuteText = LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC)
                    .toString()
                    .getBytes(StandardCharsets.US_ASCII);
        }
        putTime(templates.startTime(record), grid.second(place));
        putTime(templates.createdAt(record), grid.second(place));
    }

    private void putTime(int position, int second) {
        System.arraycopy(minuteText, 0, records, position, minuteText.length);
        records[position + minuteText.length + 1] = (byte) ('0' + second / 10);
        records[position + minuteText.length + 2] = (byte) ('0' + second % 10);
    }

    /** The JSON of a page. */
    public final class Body {
        private final byte[] begin;
        private final int recordsLength;

        private Body(byte[] begin, int recordsLength) {
            this.begin = begin;
            this.recordsLength = recordsLength;
        }

        /** The length of the page in bytes. */
        public int length() {
            return begin.length + recordsLength + END.length;
        }

        /** Writes the whole page. */
        public void writeTo(OutputStream out) throws IOException {
            out.write(begin);
            out.write(records, 0, recordsLength);
            out.write(END);
        }
    }
}
