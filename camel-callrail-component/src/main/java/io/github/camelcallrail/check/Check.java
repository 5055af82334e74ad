package io.github.camelcallrail.check;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/**
 * One check.
 *
 * @param name its name in records: {@code end-date}
 * @param probe finds it out; sends requests only if no earlier check has sent them
 */
record Check(String name, Supplier<Finding> probe) {
    Check {
        requireNonNull(name, "name is null");
        requireNonNull(probe, "probe is null");
    }
}
