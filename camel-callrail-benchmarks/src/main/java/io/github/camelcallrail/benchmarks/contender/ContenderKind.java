package io.github.camelcallrail.benchmarks.contender;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of contenders that are compared. */
public enum ContenderKind {
    CONSUMER("component, consumer", true),
    INCREMENTAL("component, incremental consumer, first poll, state in memory", true),
    LIST("component, producer, list and split", true),
    STREAM("component, producer, stream and streaming split", true),
    ROUTE("route written by hand: loop, camel-http, camel-jackson, split", false),
    LOOP("bare loop: java.net.http and Jackson in one thread, no Camel", false),
    DISCARD("the server's limit: a socket that throws bytes away", false);

    private final String description;
    private final boolean component;

    ContenderKind(String description, boolean component) {
        this.description = description;
        this.component = component;
    }

    static ContenderKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no contender '" + name + "', only "
                        + Arrays.stream(values()).map(ContenderKind::text).toList()));
    }

    /** The name used in arguments and tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A short description. */
    public String description() {
        return description;
    }

    /** Whether it accepts options of an endpoint. */
    boolean component() {
        return component;
    }

    /** Whether it keeps all records in memory at once, so that a million are too many. */
    public boolean holdsAll() {
        return this == LIST;
    }

    /** Whether it creates records from what it reads, as users need them. */
    public boolean makesRecords() {
        return this != DISCARD;
    }

    Contender open(Source source, Sink sink, String options) {
        return switch (this) {
            case CONSUMER -> new ComponentConsumer(source, sink, source.uri(options));
            case INCREMENTAL -> new ComponentConsumer(source, sink, source.uriFromStart("incremental=true", options));
            case LIST -> new ComponentProducer(source, sink, options, false);
            case STREAM -> new ComponentProducer(source, sink, options, true);
            case ROUTE -> new HandWrittenRoute(source, sink);
            case LOOP -> new BareLoop(source, sink);
            case DISCARD -> new DiscardingLoop(source, sink);
        };
    }
}
