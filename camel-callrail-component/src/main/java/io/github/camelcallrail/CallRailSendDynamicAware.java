package io.github.camelcallrail;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.uri.EndpointUri;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.SendDynamicAwareSupport;

/**
 * Keeps pluses and blanks in the URIs of {@code toD}, {@code enrich} and {@code wireTap} unchanged. Camel discovers
 * this class; applications do not call it.
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
