package io.github.camelcallrail;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.uri.EndpointUri;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.SendDynamicAwareSupport;

/**
 * Makes a plus and a blank in the URI of {@code toD}, {@code enrich} and {@code wireTap} arrive as what they are. Camel finds it by
 * itself; there is nothing to be called here.
 */
@SendDynamic("callrail")
public class CallRailSendDynamicAware extends SendDynamicAwareSupport {

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

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }
}
