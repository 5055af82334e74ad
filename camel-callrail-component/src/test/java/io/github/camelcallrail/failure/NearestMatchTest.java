package io.github.camelcallrail.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is suggested is near, and never the contrary. */
class NearestMatchTest {

    @ParameterizedTest
    @CsvSource({
        "unanswered, answered missed voicemail",
        "unanswred, answered missed voicemail",
        "un-answered, answered missed voicemail",
        "not_answered, answered missed voicemail",
        "no-answered, answered missed voicemail",
        "answered, unanswered missed",
        "good_lead, not_a_lead not_good_lead",
        "not_good_lead, good_lead",
        "not_scored, scored",
        "scored, not_scored",
        "inactive, active disabled",
        "inactiv, active disabled",
        "deactivated, activated",
        "disconnected, connected",
        "active, inactive",
        "has_email, without_email",
        "without_email, has_email",
        "non-personal, personal",
        "dsc, asc desc",
        "xbound, inbound outbound",
        "far, answered missed"
    })
    void nothingIsSuggested(String given, String candidates) {
        assertThat(NearestMatch.of(given, List.of(candidates.split(" ")))).isEmpty();
        assertThat(NearestMatch.hint(given, List.of(candidates.split(" ")))).isEqualTo(".");
    }

    @ParameterizedTest
    @CsvSource({
        "answerd, answered unanswered, answered",
        "unanswerd, answered unanswered, unanswered",
        "desk, asc desc, desc",
        "inboud, inbound outbound, inbound",
        "outbond, inbound outbound, outbound",
        "not_a_laed, good_lead not_a_lead not_scored, not_a_lead",
        "disabeld, active disabled, disabled",
        "devise, device direction, device",
        "Cals, calls leads, calls",
        "indirection, direction, ''"
    })
    void theNearestIsSuggested(String given, String candidates, String nearest) {
        assertThat(NearestMatch.of(given, List.of(candidates.split(" "))).orElse(""))
                .isEqualTo(nearest);
    }
}
