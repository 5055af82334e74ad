package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links lead somewhere, in the site and on a code host: both take them from the folder of the document. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("(xref|link|image):{1,2}([^\\[\\s:]+)\\[");
    private static final Pattern WITHIN = Pattern.compile("<<([^,>]+)[,>]");
    private static final Pattern ANCHOR = Pattern.compile("^\\[(?:#([\\w-]+)|\\[([\\w-]+)]).*]$", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("(?<!]\n)^==+ (.+)$", Pattern.MULTILINE);
    private static final Path PAGES = Path.of("docs/modules/ROOT/pages");
    private static final Path IMAGES = Path.of("docs/modules/ROOT/images");

    static Stream<Document> documents() {
        return Project.documents().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFileAndAnAnchorInIt(Document document) {
        List<String> broken = new ArrayList<>();
        for (MatchResult link : LINK.matcher(document.text()).results().toList()) {
            if (!leadsSomewhere(document, link.group(1), link.group(2))) {
                broken.add(document + ":" + document.lineOf(link.start()) + " " + link.group());
            }
        }
        for (MatchResult within : WITHIN.matcher(document.prose()).results().toList()) {
            if (!anchors(document).contains(within.group(1))) {
                broken.add(document + " " + within.group());
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Document document, String kind, String target) {
        String[] parts = target.split("#", 2);
        Path folder = folder(document, kind);
        Path file = parts[0].isEmpty()
                ? Path.of(document.path())
                : folder.resolve(parts[0]).normalize();
        return Files.exists(Project.ROOT.resolve(file))
                && (parts.length == 1
                        || anchors(Project.document(file.toString())).contains(parts[1]));
    }

    private static Path folder(Document document, String kind) {
        if (document.isPage() && kind.equals("image")) {
            return IMAGES;
        }
        return document.path().endsWith("/nav.adoc")
                ? PAGES
                : Path.of(document.path()).resolveSibling("");
    }

    /** What is declared, and what Asciidoctor makes of headings for which nothing is. */
    private static List<String> anchors(Document document) {
        return Stream.concat(
                        ANCHOR.matcher(document.text())
                                .results()
                                .map(anchor -> anchor.group(1) == null ? anchor.group(2) : anchor.group(1)),
                        HEADING.matcher(document.text())
                                .results()
                                .map(heading -> "_"
                                        + heading.group(1)
                                                .toLowerCase(Locale.ROOT)
                                                .replaceAll("[^\\w .-]", "")
                                                .replaceAll("[ .-]+", "_")
                                                .replaceAll("_$", "")))
                .toList();
    }

    @Test
    void everyPageIsInTheNavigationOnce() {
        List<String> linked = LINK.matcher(Project.read("docs/modules/ROOT/nav.adoc"))
                .results()
                .map(link -> link.group(2))
                .toList();

        assertThat(linked)
                .containsExactlyInAnyOrderElementsOf(Project.documents().stream()
                        .filter(Document::isPage)
                        .map(page -> Path.of(page.path()).getFileName().toString())
                        .toList());
    }

    @Test
    void pagesDoNotLinkOutOfTheSite() {
        assertThat(Project.documents().stream().filter(Document::isPage))
                .allSatisfy(page -> assertThat(page.text()).as(page.path()).doesNotContain("link:"));
    }

    /** A document that names a test as its proof is looked at when that test goes. */
    @Test
    void testsThatAreNamedAsProofExist() {
        List<String> tests = Stream.of("Test.java", "IT.java")
                .flatMap(Project::files)
                .map(path -> Path.of(path).getFileName().toString().replace(".java", ""))
                .toList();
        List<String> named = Project.documents().stream()
                .flatMap(document -> Pattern.compile("^// proved by: (.+)$", Pattern.MULTILINE)
                        .matcher(document.text())
                        .results())
                .flatMap(proof -> Stream.of(proof.group(1).split(", ")))
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(tests);
    }
}
