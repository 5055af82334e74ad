package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.CallRailComponent;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Looks up, before the routes exist, what the environment does not say: the account and the time zone. */
final class AccountLookup implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();

    AccountLookup(Connection from) {
        CallRailComponent component = new CallRailComponent();
        component.getConfiguration().setApiKey(from.apiKey());
        component.getConfiguration().setBaseUrl(from.baseUrl());
        component.getConfiguration().setMaxRetries("1");
        if (!from.accountId().isEmpty()) {
            component.getConfiguration().setAccountId(from.accountId());
        }
        context.addComponent("callrail", component);
        context.start();
    }

    /** The accounts that the key can access. */
    List<Map<String, Object>> accounts() {
        return read("callrail:accounts");
    }

    /** The time zone that all companies of the account share, or UTC. */
    String timeZone() {
        List<Object> zones = read("callrail:companies").stream()
                .map(company -> company.get("time_zone"))
                .distinct()
                .toList();
        return zones.size() == 1 && zones.get(0) != null ? zones.get(0).toString() : "UTC";
    }

    private List<Map<String, Object>> read(String uri) {
        List<?> records = context.createFluentProducerTemplate().to(uri).request(List.class);
        return records.stream().map(AccountLookup::fields).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object callRailRecord) {
        return (Map<String, Object>) callRailRecord;
    }

    @Override
    public void close() {
        context.stop();
    }
}
