package io.github.camelcallrail.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file of a text message options mean. */
class MediaAddressTest {

    private static final Optional<String> NONE = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "https://api.callrail.com/v3/a/ACC1/text-messages/SCI1/media/0, ACC1, SCI1, 0",
        "https://app.callrail.com/msg/a/123456789/messages/SCI1/media/2, , SCI1, 2",
        "https://api.callrail.com/v3/a/ACC1/text-messages/SCI1/media/0?x=1, ACC1, SCI1, 0",
        "http://localhost:8080/v3/a/ACC1/text-messages/SCI1/media/12, ACC1, SCI1, 12",
    })
    void aUrlSaysAll(String url, String account, String message, String number) {
        assertThat(MediaAddress.of(NONE, NONE, Optional.of(url)))
                .isEqualTo(new MediaAddress(Optional.ofNullable(account), message, number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.callrail.com/v3/a/ACC1/calls/CAL1/recording",
                "https://api.callrail.com/v3/a/ACC1/text-messages/SCI1/media/",
                "https://api.callrail.com/v3/a/../x/text-messages/SCI1/media/0",
                "https://user@example.com/v3/a/ACC1/text-messages/SCI1/media/0",
                "/v3/a/ACC1/text-messages/SCI1/media/0",
                "SCI1"
            })
    void anotherUrlIsRejectedWithoutBeingQuoted(String url) {
        assertThatThrownBy(() -> MediaAddress.of(NONE, NONE, Optional.of(url)))
                .isInstanceOf(CallRailFailure.class)
                .hasMessage("Option 'mediaUrl' is not the URL of a file of a text message: one of its media_urls is"
                        + " expected.");
    }

    @Test
    void idAndNumberSayItToo() {
        assertThat(MediaAddress.of(Optional.of("SCI1"), Optional.of("0"), NONE))
                .isEqualTo(new MediaAddress(NONE, "SCI1", "0"));
    }

    @Test
    void theIdOfAnEarlierStepIsNotInTheWayOfAUrl() {
        assertThat(MediaAddress.of(
                        Optional.of("Kx7Qp"),
                        NONE,
                        Optional.of("https://api.callrail.com/v3/a/ACC1/text-messages/SCI1/media/0")))
                .isEqualTo(new MediaAddress(Optional.of("ACC1"), "SCI1", "0"));
    }

    @Test
    void halfOfItIsNotEnough() {
        assertThatThrownBy(() -> MediaAddress.of(Optional.of("SCI1"), NONE, NONE))
                .hasMessageStartingWith("Report 'media' needs option 'mediaUrl', or options 'id' and 'mediaNumber'");
        assertThatThrownBy(() -> MediaAddress.of(NONE, NONE, NONE))
                .hasMessageStartingWith("Report 'media' needs option 'mediaUrl', or options 'id' and 'mediaNumber'");
        assertThatThrownBy(() -> MediaAddress.of(Optional.of("SCI1"), Optional.of("first"), NONE))
                .hasMessage("Option 'mediaNumber' cannot be 'first': it is a whole number.");
        assertThatThrownBy(() -> MediaAddress.of(Optional.of("CAL0190aa22bb33cc44dd55"), Optional.of("0"), NONE))
                .hasMessageContaining("the id of a text message is needed: it begins with SCI");
    }

    @Test
    void theAccountOfTheOptionWinsUnlessTheUrlIsKnownToBeOfAnother() {
        MediaAddress address = new MediaAddress(Optional.of("ACC1"), "SCI1", "0");

        assertThat(address.accountOr(NONE)).contains("ACC1");
        assertThat(address.accountOr(Optional.of("ACC1"))).contains("ACC1");
        assertThatThrownBy(() -> address.accountOr(Optional.of("ACC2")))
                .hasMessageStartingWith("Option 'mediaUrl' is of account 'ACC1', but option 'accountId' is 'ACC2'.");
    }
}
