package io.github.camelcallrail.benchmarks.contender;

/**
 * A contender as given in the arguments: its kind and, for the component, additional options of the endpoint.
 *
 * @param own the options that distinguish it from others of the same kind; they are part of its name
 * @param common the options of all contenders
 */
public record ContenderEntry(ContenderKind kind, String own, String common) {

    /**
     * Parses an argument such as {@code consumer} or {@code consumer?readAhead=0}.
     *
     * @param common options for every endpoint of the component; may be empty
     */
    public static ContenderEntry of(String text, String common) {
        String[] parts = text.split("\\?", 2);
        ContenderKind kind = ContenderKind.of(parts[0]);
        if (parts.length == 2 && !kind.component()) {
            throw new IllegalArgumentException(
                    "'" + parts[0] + "' is no endpoint of the component and takes no options");
        }
        return new ContenderEntry(kind, parts.length == 2 ? parts[1] : "", common);
    }

    /** The text that {@link #of} parses. */
    public String name() {
        return own.isEmpty() ? kind.text() : kind.text() + "?" + own;
    }

    public Contender open(Source source, Sink sink) {
        return kind.open(source, sink, common + "&" + own);
    }
}
