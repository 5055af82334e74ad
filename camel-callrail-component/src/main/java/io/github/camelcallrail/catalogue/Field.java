package io.github.camelcallrail.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * A documented field of a report.
 *
 * @param name as CallRail writes it
 * @param type the type of its non-null values
 * @param description a sentence
 * @param onlyInWrites whether CallRail documents it only in responses to create and update requests; a list may lack
 *     it, and its value is then null
 */
public record Field(String name, Type type, String description, boolean onlyInWrites) {

    /** The JSON type of a field. Where sources disagree, it is the wider type. */
    public enum Type {
        TEXT,
        /** Text with a date, a time and an offset: {@code 2026-03-14T09:26:53.589-05:00}. */
        DATE_TIME,
        INTEGER,
        /** A number, or text that is one. */
        NUMBER,
        BOOLEAN,
        /** Text or an integer. */
        IDENTIFIER,
        OBJECT,
        /** An array of texts. */
        TEXTS,
        /** An array of objects. */
        OBJECTS,
        /** An array of anything. */
        LIST,
        /** Not certain, or different from record to record. */
        ANY
    }

    public Field {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(description, "description is null");
    }

    private Field(String name, Type type, String description) {
        this(name, type, description, false);
    }

    /** The same field, documented only in responses to create and update requests. */
    Field inWritesOnly() {
        return new Field(name, type, description, true);
    }

    static Field text(String name, String description) {
        return new Field(name, Type.TEXT, description);
    }

    static Field time(String name, String description) {
        return new Field(name, Type.DATE_TIME, description);
    }

    static Field integer(String name, String description) {
        return new Field(name, Type.INTEGER, description);
    }

    static Field number(String name, String description) {
        return new Field(name, Type.NUMBER, description);
    }

    static Field flag(String name, String description) {
        return new Field(name, Type.BOOLEAN, description);
    }

    static Field identifier(String name, String description) {
        return new Field(name, Type.IDENTIFIER, description);
    }

    static Field object(String name, String description) {
        return new Field(name, Type.OBJECT, description);
    }

    static Field texts(String name, String description) {
        return new Field(name, Type.TEXTS, description);
    }

    static Field objects(String name, String description) {
        return new Field(name, Type.OBJECTS, description);
    }

    static Field list(String name, String description) {
        return new Field(name, Type.LIST, description);
    }

    static Field any(String name, String description) {
        return new Field(name, Type.ANY, description);
    }
}
