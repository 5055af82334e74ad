package io.github.camelcallrail.benchmarks.contender;

/** Something that reads all calls of a {@link Source} into a {@link Sink}. It is ready to read when it is made. */
public interface Contender extends AutoCloseable {

    /** Reads everything once. Only this is measured. */
    void read() throws Exception;

    /** Lets go of connections and threads. */
    @Override
    void close();
}
