package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Generates the children of one record. */
interface ChildGenerator {

    /** The children that a record has at first, oldest first: each has its time, and whatever the parent determines. */
    List<Map<String, Object>> plan(ChildScope scope);

    /** Sets every field of one child. */
    void fill(RecordDraft draft, ChildScope scope, Instant at, SplittableRandom random);

    /** The field with the time of a child. */
    static String timeField(String children) {
        return children.equals("lead-timeline") ? "event_date" : "created_at";
    }

    static ChildGenerator of(String children) {
        return switch (children) {
            case "page-views" -> new PageViewGenerator();
            case "messages" -> new MessageGenerator(MessageGenerator.View.CONVERSATION);
            case "thread-messages" -> new MessageGenerator(MessageGenerator.View.THREAD);
            case "lead-timeline" -> new TimelineGenerator();
            default -> throw new IllegalArgumentException("'" + children + "' are not children of a record");
        };
    }
}
