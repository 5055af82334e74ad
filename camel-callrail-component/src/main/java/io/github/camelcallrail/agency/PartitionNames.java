package io.github.camelcallrail.agency;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The names under which the nodes of a cluster agree who polls which account: one for each account, or a fixed number.
 * The same on every node. A name has lower-case letters, digits and hyphens only, so that it can be a file, a node of
 * ZooKeeper, or an object of Kubernetes.
 *
 * @param group tells the routes that share the work from others
 * @param partitions the fixed number; 0 for one for each account
 */
record PartitionNames(String group, int partitions) {

    PartitionNames {
        requireNonNull(group, "group is null");
        if (partitions < 0) {
            throw new IllegalArgumentException(partitions + " partitions");
        }
    }

    /** The partition of an account. All companies of an account are in the same. */
    String of(String account) {
        String part = partitions == 0 ? account : Long.toString(checksum(account) % partitions);
        return plain(part.isEmpty() ? group : group + "-" + part);
    }

    /** Names that differ only in what is replaced here stay different, because of the checksum. */
    private static String plain(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String lower = name.toLowerCase(Locale.ROOT);
        return plain.equals(lower) ? plain : plain + "-" + Long.toString(checksum(lower), Character.MAX_RADIX);
    }

    private static long checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
