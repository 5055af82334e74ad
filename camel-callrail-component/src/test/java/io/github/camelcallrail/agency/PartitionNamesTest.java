package io.github.camelcallrail.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partitions have names that every cluster service accepts, the same on every node. */
class PartitionNamesTest {

    @ParameterizedTest
    @CsvSource({
        "calls, ACC01997e2b7000729d, calls-acc01997e2b7000729d",
        "calls, '', calls",
        "my-route, ACC1, my-route-acc1",
        "Our calls, ACC1, our-calls-acc1-gaptuh",
        "our_calls, ACC1, our-calls-acc1-o90d4c",
    })
    void anAccountIsAPartition(String group, String account, String name) {
        assertThat(new PartitionNames(group, 0).of(account)).isEqualTo(name);
    }

    @Test
    void aFixedNumberOfPartitionsIsUsedEvenly() {
        PartitionNames names = new PartitionNames("calls", 10);

        Set<String> used = IntStream.range(0, 1000)
                .mapToObj(number -> names.of("ACC" + number))
                .collect(Collectors.toSet());

        assertThat(used)
                .isEqualTo(IntStream.range(0, 10)
                        .mapToObj(number -> "calls-" + number)
                        .collect(Collectors.toSet()));
        assertThat(names.of("ACC17")).isEqualTo(new PartitionNames("calls", 10).of("ACC17"));
    }
}
