package io.github.camelcallrail.examples.agency;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Every failed company is named at the end, whatever its position. */
class FailedCompaniesTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    private Exchange company(String failed) {
        ExchangeBuilder exchange = ExchangeBuilder.anExchange(context);
        return failed == null
                ? exchange.build()
                : exchange.withProperty("failed", failed).build();
    }

    private String gathered(String... failed) {
        Exchange all = null;
        for (String company : failed) {
            all = new FailedCompanies().aggregate(all, company(company));
        }
        return all.getProperty("failed", String.class);
    }

    @Test
    void theFirstTheLastAndThoseInBetweenAreNamed() {
        assertThat(gathered("A: refused", null, null)).isEqualTo("A: refused");
        assertThat(gathered(null, null, "C: refused")).isEqualTo("C: refused");
        assertThat(gathered("A: refused", "B: gone", null)).isEqualTo("A: refused; B: gone");
        assertThat(gathered(null, null, null)).isNull();
    }
}
