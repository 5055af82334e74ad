package io.github.camelcallrail.benchmarks.server;

/** How large the calls are. */
public enum Profile {
    /** Every documented column, without texts of length. */
    COLUMNS(0),
    /** The same with a transcript of this many characters in each. */
    TRANSCRIPTS(30_000);

    private final int transcript;

    Profile(int transcript) {
        this.transcript = transcript;
    }

    /** Characters of each transcript; 0 leaves what is there. */
    int transcript() {
        return transcript;
    }
}
