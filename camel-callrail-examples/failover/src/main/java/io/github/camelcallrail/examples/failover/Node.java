package io.github.camelcallrail.examples.failover;

import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.main.Main;

/**
 * One node: {@code Node <name>}. All that is not in {@code application.properties} is how nodes agree on who leads: it is the one
 * that holds the lock on a file, in the directory of the system property {@code failover.directory}. That is for nodes on
 * one machine; elsewhere bind the cluster service of Kubernetes, Infinispan or Consul here.
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
        // As a property (camel.beans.*) it would come too late: master: looks for it when the routes are made.
        main.bind("cluster", cluster);
        try {
            main.run();
        } catch (Exception e) {
            // Threads that were started already would keep alive a node that cannot start.
            e.printStackTrace();
            System.exit(1);
        }
    }
}
