package io.github.camelcallrail.benchmarks.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory of this process that is in the machine's memory, and not only reserved. */
final class ResidentSet {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String LARGEST = "VmHWM:";

    private ResidentSet() {}

    /** The most bytes that were resident at a time; 0 where the system does not tell. */
    static long largest() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(LARGEST))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
