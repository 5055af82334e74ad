package io.github.camelcallrail.examples.pipe;

import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** The command {@code camel} with what is on the class path, where the Camel CLI is not installed. */
public final class CamelCli {

    private CamelCli() {}

    public static void main(String[] args) {
        CamelJBangMain.run(args);
    }
}
