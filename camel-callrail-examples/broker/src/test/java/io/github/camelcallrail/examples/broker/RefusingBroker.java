package io.github.camelcallrail.examples.broker;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/** Makes a broker reject some messages, and counts those sent to it. Thread-safe. */
final class RefusingBroker implements ActiveMQServerPlugin {

    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    /** Rejects the first message with each of these correlation ids. */
    void refuseOnce(Collection<String> ids) {
        refused.addAll(ids);
    }

    /** How many messages arrived with this correlation id, including rejected ones. */
    int attempts(String id) {
        return attempts.getOrDefault(id, 0);
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        String id = String.valueOf(message.getCorrelationID());
        attempts.merge(id, 1, Integer::sum);
        if (refused.remove(id)) {
            throw new ActiveMQAddressFullException("rejected on purpose");
        }
    }
}
