package io.github.camelcallrail.benchmarks.cold;

import static io.github.camelcallrail.benchmarks.cold.ClassArchive.AOT_CACHE;
import static io.github.camelcallrail.benchmarks.cold.ClassArchive.CLASS_DATA;
import static io.github.camelcallrail.benchmarks.cold.ClassArchive.NONE;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of JVMs that are compared. */
enum JvmSetting {
    DEFAULT("default", false, NONE),
    SERIAL("Serial GC", false, NONE, JvmSetting.SERIAL_GC),
    C1("C1", false, NONE, JvmSetting.C1_ONLY),
    C1_SERIAL("C1, Serial GC", false, NONE, JvmSetting.C1_ONLY, JvmSetting.SERIAL_GC),
    ARCHIVE("class-data archive", false, CLASS_DATA),
    C1_SERIAL_ARCHIVE("C1, Serial GC, class-data archive", false, CLASS_DATA, JvmSetting.C1_ONLY, JvmSetting.SERIAL_GC),
    NEWER_DEFAULT("JDK 25, default", true, NONE),
    NEWER_CACHE("JDK 25, AOT cache", true, AOT_CACHE),
    NEWER_C1_SERIAL_CACHE(
            "JDK 25, C1, Serial GC, AOT cache", true, AOT_CACHE, JvmSetting.C1_ONLY, JvmSetting.SERIAL_GC);

    private static final String C1_ONLY = "-XX:TieredStopAtLevel=1";
    private static final String SERIAL_GC = "-XX:+UseSerialGC";

    private final String text;
    private final boolean newer;
    private final ClassArchive archive;
    private final List<String> options;

    JvmSetting(String text, boolean newer, ClassArchive archive, String... options) {
        this.text = text;
        this.newer = newer;
        this.archive = archive;
        this.options = List.of(options);
    }

    /** The settings for short jobs. */
    static List<JvmSetting> all(boolean withNewer) {
        return Arrays.stream(values())
                .filter(setting -> withNewer || !setting.newer)
                .toList();
    }

    /** The settings that need no preparation, to find out how long a job may be until they no longer pay. */
    static List<JvmSetting> plain() {
        return List.of(DEFAULT, SERIAL, C1, C1_SERIAL);
    }

    String text() {
        return text;
    }

    /** Whether it needs {@link NewerJdk}. */
    boolean newer() {
        return newer;
    }

    ClassArchive archive() {
        return archive;
    }

    List<String> options() {
        return options;
    }

    /** The options that make the setting, with a name in place of the archive's path. */
    String description() {
        return Stream.concat(
                        options.stream(),
                        archive.using(Path.of("FILE")).stream().limit(1))
                .map(option -> "`" + option + "`")
                .collect(Collectors.joining(" "));
    }
}
