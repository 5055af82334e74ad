package io.github.camelcallrail;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.uri.EndpointUri;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.spi.annotations.PollDynamic;
import org.apache.camel.support.component.PollDynamicAwareSupport;

/** Like {@link CallRailSendDynamicAware}, for {@code pollEnrich} and {@code poll}. */
@PollDynamic("callrail")
public class CallRailPollDynamicAware extends PollDynamicAwareSupport {

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) {
        return new DynamicAwareEntry(uri, originalUri, Map.of(), Map.of());
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        try {
            return EndpointUri.of(entry.getUri()).unambiguous();
        } catch (CallRailFailure failure) {
            throw CallRailException.of(failure, null);
        }
    }
}
