package io.github.camelcallrail.benchmarks.contender;

import java.util.Arrays;
import java.util.Locale;

/** The ways of reading calls that are compared. */
public enum Way {
    CONSUMER("component, consumer", true),
    INCREMENTAL("component, incremental consumer, first poll, state in memory", true),
    LIST("component, producer, list and split", true),
    STREAM("component, producer, stream and streaming split", true),
    ROUTE("route written by hand: loop, camel-http, camel-jackson, split", false),
    LOOP("bare loop: java.net.http and Jackson in one thread, no Camel", false),
    DISCARD("the server's limit: a socket that throws bytes away", false);

    private final String description;
    private final boolean component;

    Way(String description, boolean component) {
        this.description = description;
        this.component = component;
    }

    static Way of(String name) {
        return Arrays.stream(values())
                .filter(way -> way.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no contender '" + name + "', only "
                        + Arrays.stream(values()).map(Way::text).toList()));
    }

    /** As it is written in arguments and tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is, in words. */
    public String description() {
        return description;
    }

    /** Whether it takes options of an endpoint. */
    boolean component() {
        return component;
    }

    /** Whether it holds all records at once, so that a million are too many. */
    public boolean holdsAll() {
        return this == LIST;
    }

    /** Whether it makes records of what it reads, as a user needs them. */
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
