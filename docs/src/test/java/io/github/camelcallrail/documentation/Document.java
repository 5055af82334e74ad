package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document in AsciiDoc, as tests read it.
 *
 * <p>A region between {@code // generated: name} and {@code // end of generated} is written by {@link GeneratedTest};
 * all else by people.
 *
 * @param path from the project's root
 * @param text all of it
 */
record Document(String path, String text) {

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^\\[source,(\\w+)[^\\]\n]*]\n(?:\\.[^\n]*\n)?----\n(.*?)\n----$");
    private static final Pattern ANY_BLOCK = Pattern.compile("(?ms)^(----|\\.\\.\\.\\.)\n.*?\n\\1$");
    private static final Pattern REGION = Pattern.compile("(?ms)^// generated: (.+?)\n(.*?)^// end of generated$");
    private static final Pattern CODE = Pattern.compile("`\\+?([^`\n]+?)\\+?`");

    List<CodeBlock> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new CodeBlock(path, lineOf(block.start(2)), block.group(1), block.group(2)))
                .toList();
    }

    List<CodeBlock> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** Whether it is a page of the site. */
    boolean isPage() {
        return path.startsWith("docs/modules/ROOT/pages/");
    }

    /** Everything but blocks of code and of output. */
    String prose() {
        return ANY_BLOCK.matcher(text).replaceAll("");
    }

    /** What is written as code within prose and tables. */
    List<String> codes() {
        return codes(prose());
    }

    static List<String> codes(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).toList();
    }

    /** The rows, without heads, of all tables whose first column is code, each as its cells. */
    List<List<String>> rows() {
        return text.lines()
                .filter(line -> line.startsWith("| `"))
                .map(Document::cells)
                .toList();
    }

    /**
     * The rows, without the head, of the table between {@code // tag::name[]} and {@code // end::name[]}, each as its
     * cells.
     */
    List<List<String>> rowsOf(String tag) {
        return tagged(tag)
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(Document::cells)
                .toList();
    }

    /** What is written as code in a column of that table, the first being 0. */
    List<String> codesOf(String tag, int column) {
        return rowsOf(tag).stream()
                .flatMap(row -> codes(row.get(column)).stream())
                .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::trim)
                .toList();
    }

    String tagged(String tag) {
        Matcher matcher = Pattern.compile("// tag::" + tag + "\\[\\]\n(.*)// end::" + tag + "\\[\\]", Pattern.DOTALL)
                .matcher(text);
        assertThat(matcher.find()).as("tag " + tag + " in " + path).isTrue();
        return matcher.group(1);
    }

    /** The value of a document's attribute, such as {@code :description: …}. */
    String attribute(String name) {
        Matcher matcher =
                Pattern.compile("^:" + name + ": (.+)$", Pattern.MULTILINE).matcher(text);
        assertThat(matcher.find()).as("attribute " + name + " of " + path).isTrue();
        return matcher.group(1);
    }

    Stream<String> regions() {
        return REGION.matcher(text).results().map(region -> region.group(1));
    }

    /** This document with each region made anew from its name. */
    Document regenerated(UnaryOperator<String> contents) {
        return new Document(path, REGION.matcher(text).replaceAll((MatchResult region) -> {
            String content = contents.apply(region.group(1)).stripTrailing();
            return Matcher.quoteReplacement(
                    "// generated: " + region.group(1) + "\n" + content + "\n// end of generated");
        }));
    }

    /** Whether that is in a table of mistakes and the messages that they get, between tags of that name. */
    boolean isMistake(int position) {
        return text.contains("// tag::mistakes[]")
                && position > text.indexOf("// tag::mistakes[]")
                && position < text.indexOf("// end::mistakes[]");
    }

    int lineOf(int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }

    @Override
    public String toString() {
        return path;
    }
}
