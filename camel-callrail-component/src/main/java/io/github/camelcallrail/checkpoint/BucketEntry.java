package io.github.camelcallrail.checkpoint;

/**
 * What the header says of one bucket of fingerprints, so that a missing or an old one shows.
 *
 * @param day the day whose records it holds, counted from 1970-01-01 in UTC; 0 where buckets are not of days
 * @param generation that of the header with which it was written last
 * @param records how many
 */
record BucketEntry(long day, long generation, int records) {}
