package io.github.camelcallrail.examples.cluster;

import org.apache.camel.CamelConfiguration;
import org.apache.camel.main.Main;

/**
 * One node. Everything except the choice of the cluster service is in {@code application.properties} and in the routes;
 * the environment gives the name of the node, the key and the database.
 */
public final class Node {

    private Node() {}

    public static void main(String[] args) {
        try {
            create(new ClusterChoice()).run(args);
        } catch (Exception e) {
            // Otherwise threads that have already started would keep the failed node alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** @param cluster adds the cluster service to the context before the routes are created, which look it up */
    static Main create(CamelConfiguration cluster) {
        Main main = new Main();
        main.configure().addConfiguration(cluster);
        return main;
    }
}
