package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is generated into the documents is what the metadata, the catalogue of reports and the component give now. With
 * {@code
 * -Ddocumentation.write=true} it is written anew instead.
 */
class GeneratedTest {

    private static ExampleRecords records;
    private static Regions regions;

    @BeforeAll
    static void readExamples() {
        records = new ExampleRecords();
        regions = new Regions(records);
    }

    @AfterAll
    static void close() {
        records.close();
    }

    @Test
    void everyRegionIsUpToDate() {
        for (Document document : Project.documents()) {
            Document renewed = document.regenerated(regions::content);
            if (Boolean.getBoolean("documentation.write")) {
                Project.write(document.path(), renewed.text());
            } else {
                assertThat(document.text())
                        .as("%s is stale: CONTRIBUTING.adoc says how it is renewed", document)
                        .isEqualTo(renewed.text());
            }
        }
    }

    @Test
    void whateverCanBeGeneratedIsShownSomewhere() {
        List<String> shown =
                Project.documents().stream().flatMap(Document::regions).toList();

        assertThat(shown).containsAll(regions.contents().keySet());
    }
}
