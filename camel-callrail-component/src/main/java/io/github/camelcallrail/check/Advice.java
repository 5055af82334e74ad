package io.github.camelcallrail.check;

/** Advice that several checks give. */
final class Advice {

    /** About how lists are read. */
    static final String READING =
            "Lists are still read completely, or fail with an error that names this check. Report it as a bug with this"
                    + " output.";

    /** About the values of records. */
    static final String VALUES =
            "Records keep the values as CallRail sent them: check what your sink does with them. Report it as a bug with"
                    + " this output.";

    private Advice() {}
}
