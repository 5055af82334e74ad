package io.github.camelcallrail.documentation;

/**
 * A block of code in a document.
 *
 * @param document the path of the document
 * @param line the line of its first line
 * @param language as the document declares it
 * @param text without its delimiters
 */
record CodeBlock(String document, int line, String language, String text) {

    /** The text without indentation, as it is looked for in files that indent it otherwise. */
    String unindented() {
        return unindented(text);
    }

    static String unindented(String code) {
        return code.lines().map(String::trim).reduce("", (text, line) -> text + line + "\n");
    }

    @Override
    public String toString() {
        return document + ":" + line + " (" + language + ")";
    }
}
