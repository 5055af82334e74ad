package io.github.camelcallrail.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * How the records of a parent's list are told apart, within the list and among the lists of all parents. Each record
 * gets two fields that are computed here: the id of its parent, and {@value #KEY}.
 *
 * @param parent the field with the id of the parent: {@code call_id}
 * @param identity the fields that identify a record of the list; empty if CallRail gives it no id
 * @param described the fields that identify a record without an id, because they never change
 * @param parentForm how the parent is read, if CallRail answers HTTP 404 also for a parent without such records; empty
 *     if it lists none then
 */
public record ChildKey(Field parent, List<String> identity, List<String> described, Optional<Report> parentForm) {

    /** The name of the computed field. */
    public static final String KEY = "key";

    public ChildKey {
        requireNonNull(parent, "parent is null");
        identity = List.copyOf(identity);
        described = List.copyOf(described);
        requireNonNull(parentForm, "parentForm is null");
    }

    ChildKey(Field parent, List<String> identity, List<String> described) {
        this(parent, identity, described, Optional.empty());
    }

    /** The fields that are computed here. */
    public List<Field> computed() {
        return List.of(
                parent,
                Field.text(
                        KEY,
                        "Identifies the record among the records of all parents, and stays the same: merge by it."
                                + " Computed by this component."));
    }
}
