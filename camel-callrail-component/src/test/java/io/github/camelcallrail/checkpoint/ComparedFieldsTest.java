package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.query.FieldSelection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * By which fields records are compared: the text that is hashed is the same in every JVM and in every later release.
 */
class ComparedFieldsTest {

    private static ComparedFields fields(String report, String option, String... ignored) {
        return ComparedFields.of(FieldSelection.of(ReportCatalogue.of(report), option), List.of(ignored));
    }

    @Test
    void theTextNamesEachFieldInOrder() {
        assertThat(fields("calls", "value,note,id", "milestones.last_touch", "ga")
                        .text())
                .isEqualTo("""
                fingerprint 1
                names id,note,start_time,value
                others false
                without ga,milestones.last_touch""");
        assertThat(fields("tags", "-status,-color,-background_color", "name").text())
                .isEqualTo("""
                fingerprint 1
                names company_id,created_at,id,tag_level
                others true
                without background_color,color,name,status""");
    }

    @Test
    void theHashIsPinned() {
        ComparedFields pinned =
                new ComparedFields(new TreeSet<>(Set.of("b", "a")), true, new TreeSet<>(Set.of("d", "c.x")));

        assertThat(pinned.hash()).isEqualTo("f5a8f69cba33c3d7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            note,value       | value,note       | true
            -note,-value,-ga | -value,-ga,-note | true
            note,value       | note             | false
            -note            | -value           | false
                             | default          | false
                             | -note            | false
            """)
    void selectionsAreTheSameWhateverTheirOrder(String one, String other, boolean same) {
        assertThat(fields("calls", one).hash().equals(fields("calls", other).hash()))
                .isEqualTo(same);
    }
}
