package io.github.camelcallrail.checkpoint;

/**
 * What the header records about one bucket of fingerprints, so that a missing or outdated bucket is detected.
 *
 * @param day the day whose records it holds, counted from 1970-01-01 in UTC; 0 if buckets do not hold days
 * @param generation the generation of the header with which it was last written
 * @param records the number of records in it
 */
record BucketEntry(long day, long generation, int records) {}
