package io.github.camelcallrail.sandbox;

import io.github.camelcallrail.sandbox.MediaResponse.Framing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads requests and writes responses as HTTP/1.1 has them on the wire. */
final class MediaWire {

    private static final int LARGEST_HEAD = 1 << 16;
    private static final int BLOCK = 1 << 16;
    private static final byte BEYOND_THE_END = '+';

    private MediaWire() {}

    /** The next request; null if the client sends none, or something else. */
    static IncomingRequest read(InputStream in) throws IOException {
        String[] lines = head(in).split("\r\n");
        String[] start = lines[0].split(" ");
        if (start.length != 3) {
            return null;
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(":", 2);
            headers.computeIfAbsent(header[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.length == 1 ? "" : header[1].strip());
        }
        headers.replaceAll((name, values) -> List.copyOf(values));
        String[] target = start[1].split("\\?", 2);
        return new IncomingRequest(start[0], target[0], target.length == 1 ? "" : target[1], headers, "");
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ended = 0;
        while (ended < 4 && head.size() < LARGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
            // The head ends with two ends of line.
            ended = next == (ended % 2 == 0 ? '\r' : '\n') ? ended + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    static void write(MediaResponse response, OutputStream out) throws IOException {
        boolean chunked = response.framing() == Framing.CHUNKS;
        StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " Sandbox\r\n");
        response.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (chunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (response.framing() == Framing.LENGTH) {
            head.append("Content-Length: " + response.length() + "\r\n");
        }
        out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        byte[] block = new byte[BLOCK];
        for (long done = 0; done < response.sent(); ) {
            int count = fill(block, response, done);
            if (chunked) {
                out.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            out.write(block, 0, count);
            if (chunked) {
                out.write(new byte[] {'\r', '\n'});
            }
            done += count;
        }
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        out.flush();
    }

    /** Fills the block with the bytes that come after those already sent, and returns how many. */
    private static int fill(byte[] block, MediaResponse response, long done) {
        long position = response.from() + done;
        long left = response.body().size() - position;
        int count = (int) Math.min(block.length, response.sent() - done);
        if (left <= 0) {
            Arrays.fill(block, BEYOND_THE_END);
            return count;
        }
        count = (int) Math.min(count, left);
        response.body().copy(position, block, count);
        return count;
    }
}
