package io.github.camelcallrail.benchmarks.cold;

import java.nio.file.Path;
import java.util.List;

/** What a JVM can keep of a run in a file, so that later runs need not load and link the same classes again. */
enum ClassArchive {
    NONE,
    CLASS_DATA,
    AOT_CACHE;

    /** Warnings about single classes and stubs would be on the standard output, among what the process prints. */
    private static final String SILENT = "-Xlog:disable";

    /** The options of the run after which the file is written. */
    List<String> making(Path file) {
        return switch (this) {
            case NONE -> List.of();
            case CLASS_DATA -> List.of("-XX:ArchiveClassesAtExit=" + file, SILENT);
            case AOT_CACHE -> List.of("-XX:AOTCacheOutput=" + file, SILENT);
        };
    }

    /** The options of the runs that use the file. */
    List<String> using(Path file) {
        return switch (this) {
            case NONE -> List.of();
            case CLASS_DATA -> List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto");
            case AOT_CACHE -> List.of("-XX:AOTCache=" + file, SILENT);
        };
    }
}
