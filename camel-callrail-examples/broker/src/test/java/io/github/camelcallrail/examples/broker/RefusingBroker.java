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

/** What a broker is asked to take, and does not always. Thread-safe. */
final class RefusingBroker implements ActiveMQServerPlugin {

    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    /** Refuses the first message under each of these correlation ids. */
    void refuseOnce(Collection<String> ids) {
        refused.addAll(ids);
    }

    /** How many messages came under this correlation id, those that were refused too. */
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
            throw new ActiveMQAddressFullException("refused on purpose");
        }
    }
}
