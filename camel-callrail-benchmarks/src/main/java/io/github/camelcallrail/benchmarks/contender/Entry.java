package io.github.camelcallrail.benchmarks.contender;

/**
 * One who takes part: a way of reading and, for the component's, more options of the endpoint.
 *
 * @param own the options that tell it from others of the same way; they are a part of its name
 * @param common the options of all
 */
public record Entry(Way way, String own, String common) {

    /**
     * As arguments name it, such as {@code consumer} or {@code consumer?readAhead=0}.
     *
     * @param common options for every endpoint of the component; may be empty
     */
    public static Entry of(String text, String common) {
        String[] parts = text.split("\\?", 2);
        Way way = Way.of(parts[0]);
        if (parts.length == 2 && !way.component()) {
            throw new IllegalArgumentException(
                    "'" + parts[0] + "' is no endpoint of the component and takes no options");
        }
        return new Entry(way, parts.length == 2 ? parts[1] : "", common);
    }

    /** As {@link #of} takes it. */
    public String name() {
        return own.isEmpty() ? way.text() : way.text() + "?" + own;
    }

    public Contender open(Source source, Sink sink) {
        return way.open(source, sink, common + "&" + own);
    }
}
