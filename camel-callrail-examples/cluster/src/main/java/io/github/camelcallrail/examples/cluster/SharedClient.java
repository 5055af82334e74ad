package io.github.camelcallrail.examples.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.camel.Service;

/**
 * One client of the API server for all accounts. Without it, Camel makes one for each account, each with its own
 * connections and threads. Camel closes the client of an account when the node no longer takes part in it; this one is
 * closed with the context.
 */
final class SharedClient implements Service {

    private final KubernetesClient client;

    SharedClient(Config config) {
        client = new KubernetesClientBuilder().withConfig(config).build();
    }

    /** The client, except that closing it does nothing. */
    KubernetesClient open() {
        return (KubernetesClient) Proxy.newProxyInstance(
                KubernetesClient.class.getClassLoader(),
                new Class<?>[] {KubernetesClient.class},
                (proxy, method, arguments) -> method.getName().equals("close") ? null : call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void start() {
        // It connects when it is used.
    }

    @Override
    public void stop() {
        client.close();
    }
}
