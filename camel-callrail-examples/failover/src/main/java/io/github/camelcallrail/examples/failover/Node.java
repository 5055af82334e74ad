package io.github.camelcallrail.examples.failover;

import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.main.Main;

/**
 * One node: {@code Node <name>}. Everything except leader election is in {@code application.properties}. The leader is
 * the node that holds the lock on a file in the directory that the system property {@code failover.directory} names.
 * This works for nodes on one machine; for several machines, bind the cluster service for Kubernetes, Infinispan or
 * Consul here.
 */
public final class Node {

    private Node() {}

    public static void main(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException("Usage: Node <name>");
        }
        FileLockClusterService cluster = new FileLockClusterService();
        cluster.setId(args[0]);
        cluster.setRoot(System.getProperty("failover.directory", "target/failover"));
        // In seconds.
        cluster.setAcquireLockDelay(1);
        cluster.setAcquireLockInterval(1);

        Main main = new Main();
        main.addInitialProperty("failover.node", args[0]);
        // A property (camel.beans.*) would be too late: master: looks the service up when the routes are created.
        main.bind("cluster", cluster);
        try {
            main.run();
        } catch (Exception e) {
            // Otherwise threads that have already started would keep the failed node alive.
            e.printStackTrace();
            System.exit(1);
        }
    }
}
