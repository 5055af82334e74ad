package io.github.camelcallrail.benchmarks.cold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM of a process.
 *
 * @param home of its JDK
 * @param classPath as on the command line
 * @param options as on the command line
 */
record ColdJvm(Path home, String classPath, List<String> options) {

    /** The same JDK and class path as here. */
    static ColdJvm running(List<String> options) {
        return new ColdJvm(Path.of(System.getProperty("java.home")), System.getProperty("java.class.path"), options);
    }

    /** The same with further options. */
    ColdJvm with(List<String> further) {
        return new ColdJvm(
                home,
                classPath,
                Stream.concat(options.stream(), further.stream()).toList());
    }

    /** The command line that runs a main class. */
    List<String> command(Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        return command;
    }
}
