package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.checkpoint.SentRecord.Basis;
import io.github.camelcallrail.failure.CallRailFailure;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts that are saved: what is read back is what was written, or an error. */
class StateTextTest {

    private static final Instant TIME = Instant.parse("2026-03-15T16:30:20.123Z");
    private static final FingerprintBasis BASIS = new FingerprintBasis("0123456789abcdef", "0000000000000000");
    private static final ComparedFields FIELDS =
            new ComparedFields(new TreeSet<>(Set.of("id", "note")), true, new TreeSet<>(Set.of("value")));

    @Test
    void aHeaderIsReadBackAsItWasWritten() throws Exception {
        Position full = new Position(
                TIME,
                Optional.of(TIME.plusSeconds(1)),
                Optional.of(TIME.plusSeconds(2)),
                Map.of(Duration.ofDays(7), TIME.plusSeconds(3)),
                Optional.of(new WalkProgress(
                        TIME.plusSeconds(4),
                        TIME.plusSeconds(5),
                        Optional.of(new TimeAnchor(TIME.plusSeconds(6), Set.of("CAL1", "7"))),
                        TIME.plusSeconds(7))));
        StateHeader header = new StateHeader(
                12,
                Map.of("report", "aa", "filter.direction", "bb"),
                full,
                Map.of("CAL\"2", new FailedRecord("CAL\"2", TIME.plusSeconds(8), RecordChange.Kind.UPDATED, true)),
                new LedgerIndex(38, Optional.of(TIME.plusSeconds(9)), Map.of(3, new BucketEntry(20000, 11, 250))),
                Optional.of(FIELDS));

        assertThat(HeaderJson.read(HeaderJson.write(header))).isEqualTo(header);
    }

    @Test
    void anEmptyHeaderIsReadBackAsItWasWritten() throws Exception {
        StateHeader header = new StateHeader(
                1, Map.of(), Position.startingAt(TIME, TIME), Map.of(), LedgerIndex.empty(0), Optional.empty());

        assertThat(HeaderJson.read(HeaderJson.write(header))).isEqualTo(header);
    }

    @Test
    void aBucketIsReadBackAsItWasWritten() {
        FingerprintBucket bucket = new FingerprintBucket(20527);
        bucket.put("CAL1", 11, 20526);
        bucket.put("with a blank, % and \n", Long.MIN_VALUE, 20527);
        bucket.put("#0000000000000001", -1, 20527);
        BucketText saved = BucketText.read(2, BucketText.of(bucket, 7, BASIS), BASIS);

        assertThat(saved.generation()).isEqualTo(7);
        assertThat(saved.bucket().day()).isEqualTo(20527);
        assertThat(saved.bucket().records()).isEqualTo(bucket.records());
        assertThat(saved.bucket().find("#0000000000000001")).isEqualTo(SentRecord.now(-1, 20527));
        assertThat(saved.bucket().find("CAL2")).isNull();
        assertThat(saved.bucket().olderThan(20527)).isEqualTo(1);
    }

    @Test
    void aBucketNamesItsRecordsAndHowTheyAreCompared() {
        FingerprintBucket bucket = new FingerprintBucket(20527);
        bucket.put("CAL1", 11, 20526);
        bucket.add("CAL2", new SentRecord(0, 0, Basis.OTHER_FIELDS));
        bucket.add("CAL3", new SentRecord(0, 0, Basis.OTHER_REFUSALS));
        bucket.add("#00000000000000aa", new SentRecord(12, 0, Basis.UNNAMED));

        assertThat(BucketText.of(bucket, 7, BASIS)).isEqualTo("""
                20527 7 0123456789abcdef 0000000000000000 4
                CAL1 000000000000000b 20526
                CAL2 - 0
                CAL3 ? 0
                #00000000000000aa 000000000000000c 0
                """);
    }

    @ParameterizedTest
    @CsvSource({
        // saved as, other fields?, other refusals?, compared as
        "CURRENT,        no,  no,  CURRENT",
        "CURRENT,        no,  yes, OTHER_REFUSALS",
        "CURRENT,        yes, no,  OTHER_FIELDS",
        "CURRENT,        yes, yes, OTHER_FIELDS",
        "UNNAMED,        no,  no,  UNNAMED",
        "UNNAMED,        no,  yes, UNNAMED",
        "UNNAMED,        yes, no,  OTHER_FIELDS",
        "OTHER_FIELDS,   no,  no,  OTHER_FIELDS",
        "OTHER_FIELDS,   no,  yes, OTHER_FIELDS",
        "OTHER_REFUSALS, no,  no,  OTHER_REFUSALS",
        "OTHER_REFUSALS, no,  yes, OTHER_REFUSALS",
        "OTHER_REFUSALS, yes, no,  OTHER_FIELDS"
    })
    void aFingerprintOnAnotherBasisIsNotCompared(
            Basis savedAs, String otherFields, String otherRefusals, Basis comparedAs) {
        FingerprintBucket bucket = new FingerprintBucket(0);
        String key = savedAs == Basis.UNNAMED ? "#00000000000000aa" : "CAL1";
        bucket.add(key, new SentRecord(11, 0, savedAs));
        FingerprintBasis now = new FingerprintBasis(
                otherFields.equals("yes") ? "fedcba9876543210" : BASIS.fields(),
                otherRefusals.equals("yes") ? "fedcba9876543210" : BASIS.refused());

        FingerprintBucket read =
                BucketText.read(2, BucketText.of(bucket, 7, BASIS), now).bucket();

        assertThat(read.records().get(key).basis()).isEqualTo(comparedAs);
    }

    @Test
    void aBucketOfFormat1IsKnownByHashes() {
        long hash = Hash64.of("CAL1");
        ByteBuffer entries = ByteBuffer.allocate(40);
        entries.putLong(hash).putLong(11).putInt(20526).putLong(2).putLong(0).putInt(0);
        String text = "20527 7 0123456789abcdef 2\n" + Base64.getEncoder().encodeToString(entries.array());

        FingerprintBucket bucket = BucketText.read(1, text, BASIS).bucket();

        assertThat(bucket.find("CAL1")).isEqualTo(new SentRecord(11, 20526, Basis.UNNAMED));
        assertThat(bucket.records().get(RecordKey.unnamed(2)).basis()).isEqualTo(Basis.OTHER_FIELDS);
        bucket.put("CAL1", 12, 20526);
        assertThat(bucket.records()).containsOnlyKeys("CAL1", RecordKey.unnamed(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1 2 0123456789abcdef 0123456789abcdef 1\n",
                "1 2 0123456789abcdef 0123456789abcdef 0\nCAL1 0 0",
                "1 2 0123456789abcdef 0123456789abcdef 1\nCAL1 0",
                "1 2 0123456789abcdef 0123456789abcdef 1\nCAL1 x 0",
                "1 2 0123456789abcdef 0123456789abcdef 1\nCAL1 0 x",
                "1 2 short 0123456789abcdef 0\n"
            })
    void whatIsNoBucketIsRejected(String text) {
        assertThatThrownBy(() -> BucketText.read(2, text, BASIS)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1 2 0123456789abcdef 1\n", "1 2 0123456789abcdef 0\nAAAA", "1 2 short 0\n"})
    void whatIsNoBucketOfFormat1IsRejected(String text) {
        assertThatThrownBy(() -> BucketText.read(1, text, BASIS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSealShowsEveryChange() {
        String sealed = ChecksummedText.seal("{\"a\": \"ä\"}\n");
        assertThat(ChecksummedText.open("key", sealed)).isEqualTo(new ChecksummedText(2, "{\"a\": \"ä\"}\n"));

        for (int index = 0; index < sealed.length(); index++) {
            char other = sealed.charAt(index) == 'x' ? 'y' : 'x';
            String changed = sealed.substring(0, index) + other + sealed.substring(index + 1);
            assertThatThrownBy(() -> ChecksummedText.open("key", changed)).isInstanceOf(CallRailFailure.class);
            String cut = sealed.substring(0, index);
            assertThatThrownBy(() -> ChecksummedText.open("key", cut)).isInstanceOf(CallRailFailure.class);
        }
    }

    @Test
    void stateOfALaterFormatIsRefusedAsSuch() {
        assertThatThrownBy(() ->
                        ChecksummedText.open("key", ChecksummedText.seal("x").replace("state 2", "state 3")))
                .hasMessageContaining("written by a later version of camel-callrail, in format 3");
    }
}
