package io.github.camelcallrail.benchmarks.server;

/** The size of the calls. */
public enum Profile {
    /** Every documented field, without long texts. */
    FIELDS(0),
    /** The same, with a transcript of this many characters in each call. */
    TRANSCRIPTS(30_000);

    private final int transcript;

    Profile(int transcript) {
        this.transcript = transcript;
    }

    /** The characters of each transcript; 0 keeps the existing value. */
    int transcript() {
        return transcript;
    }
}
