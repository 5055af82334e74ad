package io.github.camelcallrail.paging;

import io.github.camelcallrail.report.CallRailRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Remembers which rows a walk has given, in as little memory as the order of the rows allows. */
interface SeenIds {

    /** Takes note of a row; true when it was not seen before. */
    boolean add(CallRailRecord row);

    /** For rows in any order: a hash of each id, the only thing in a walk that grows with it. */
    static SeenIds all() {
        Set<UUID> hashes = new HashSet<>();
        return row -> hashes.add(UUID.nameUUIDFromBytes(row.id().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * For rows sorted by time: only those of the latest minute, because a row can come twice only where rows of the same time
     * change places between two pages.
     */
    static SeenIds ofLatestMinute(String timeField) {
        return new LatestMinute(timeField);
    }

    /** The ids of one minute, told apart by the text of the time up to its minutes. */
    final class LatestMinute implements SeenIds {
        private static final int UP_TO_MINUTES = "2026-03-14T09:26".length();

        private final String timeField;
        private final Set<String> ids = new HashSet<>();
        private String minute = "";

        private LatestMinute(String timeField) {
            this.timeField = timeField;
        }

        @Override
        public boolean add(CallRailRecord row) {
            String time = String.valueOf(row.get(timeField));
            String rowMinute = time.substring(0, Math.min(UP_TO_MINUTES, time.length()));
            if (!rowMinute.equals(minute)) {
                ids.clear();
                minute = rowMinute;
            }
            return ids.add(row.id());
        }
    }
}
