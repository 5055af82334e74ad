package io.github.camelcallrail.benchmarks.measure;

import java.util.Arrays;

/** The median of some values. */
public final class Median {

    private Median() {}

    /** The middle value, or the mean of the two in the middle. */
    public static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
