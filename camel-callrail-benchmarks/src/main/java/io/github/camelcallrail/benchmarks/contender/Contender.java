package io.github.camelcallrail.benchmarks.contender;

/** Reads all calls of a {@link Source} into a {@link Sink}. Ready to read once it has been created. */
public interface Contender extends AutoCloseable {

    /** Reads everything once. Only this is measured. */
    void read() throws Exception;

    /** Releases connections and threads. */
    @Override
    void close();
}
