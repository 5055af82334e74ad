package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No line of prose has more than 120 characters: in documents and in comments of the code. Lines that cannot be wrapped
 * are exempt: blocks of code and output, tables, what is generated or measured, attributes, and lines with a long link.
 */
class LineLengthTest {

    private static final int LONGEST = 120;
    private static final Pattern DELIMITER = Pattern.compile("(-{4,}|\\.{4,}|\\|={3,}|\\+{4,}|/{4,})");
    private static final Pattern EXEMPT = Pattern.compile(
            "//.*|:[\\w-]+:.*|image::.*|.*\\b(xref|link|image):\\S{40,}.*|.*https?://\\S{40,}.*|Measured .*");
    private static final Pattern COMMENT = Pattern.compile("\\s*(//|/\\*|\\*).*");

    @Test
    void proseOfDocumentsIsShort() {
        List<String> tooLong = new ArrayList<>();
        Project.documents()
                .forEach(document -> tooLong.addAll(longLines(new Document(
                        document.path(), document.regenerated(name -> "").text()))));

        assertThat(tooLong).isEmpty();
    }

    @Test
    void commentsOfTheCodeAreShort() {
        assertThat(Project.files(".java")
                        .filter(path -> !path.contains("/generated/"))
                        .flatMap(path -> Project.read(path)
                                .lines()
                                .filter(line -> line.length() > LONGEST
                                        && COMMENT.matcher(line).matches())
                                .map(line -> path + ": " + line.strip())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"119, '', 0", "120, '', 0", "121, '', 1", "121, '* ', 1", "121, '// ', 0", "121, ':a: ', 0"})
    void aLineIsTooLongFromOneCharacterOn(int length, String begin, int found) {
        String line = begin + "x".repeat(length - begin.length());

        assertThat(longLines(new Document("page.adoc", "= Page\n\n" + line + "\n")))
                .hasSize(found);
        assertThat(longLines(new Document("page.adoc", "----\n" + line + "\n----\n")))
                .isEmpty();
        assertThat(longLines(new Document("page.adoc", "|===\n" + line + "\n|===\n")))
                .isEmpty();
    }

    private static List<String> longLines(Document document) {
        List<String> found = new ArrayList<>();
        String open = "";
        for (String line : document.text().split("\n")) {
            if (DELIMITER.matcher(line).matches()) {
                open = open.isEmpty() ? line : open.equals(line) ? "" : open;
            } else if (open.isEmpty()
                    && line.length() > LONGEST
                    && !EXEMPT.matcher(line).matches()) {
                found.add(document + ": " + line);
            }
        }
        return found;
    }
}
