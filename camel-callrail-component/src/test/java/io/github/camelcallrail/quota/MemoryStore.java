package io.github.camelcallrail.quota;

import java.util.Optional;

/** A store that counts how often it is used, and fails when told to. */
final class MemoryStore implements UsageStore {

    String text;
    int loads;
    int saves;
    boolean readable = true;
    boolean writable = true;

    /** Thrown when a text is saved, in place of what ends the process. */
    Error killing;

    @Override
    public Optional<String> load() {
        loads++;
        if (!readable) {
            throw new IllegalStateException("unplugged");
        }
        return Optional.ofNullable(text);
    }

    @Override
    public void save(String saved) {
        saves++;
        if (!writable) {
            throw new IllegalStateException("disk full");
        }
        text = saved;
        if (killing != null) {
            throw killing;
        }
    }

    @Override
    public String toString() {
        return "memory";
    }
}
