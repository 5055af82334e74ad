package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.checkpoint.KeyPart;
import io.github.camelcallrail.checkpoint.ListableStateRepository;

/** The keys of an inbox in its repository. Inboxes with different names share none. */
final class InboxKeys {

    private final String inbox;

    InboxKeys(String name) {
        this.inbox = ListableStateRepository.LISTED + KeyPart.of(requireNonNull(name, "name is null")) + "/";
    }

    /** What the keys of all pending events begin with. */
    String pending() {
        return inbox + "pending/";
    }

    String pending(String sequence, String group) {
        return pending() + sequence + "-" + KeyPart.of(group);
    }

    /** Where a damaged event is moved. */
    String damaged(String pending) {
        return inbox + "damaged/" + pending.substring(pending.lastIndexOf('/') + 1);
    }

    /** Written and removed to find out whether the repository can be written. */
    String probe() {
        return inbox + "probe";
    }

    String lease() {
        return inbox + "lease";
    }
}
