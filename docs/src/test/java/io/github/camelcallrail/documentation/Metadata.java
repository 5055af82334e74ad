package io.github.camelcallrail.documentation;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;

/** What Camel's tools know of the component, from the metadata in its jar. */
final class Metadata {

    /** Camel's catalogue with the component in it. Tests only read it. */
    static final CamelCatalog CATALOG = catalog();

    static final ComponentModel COMPONENT = CATALOG.componentModel("callrail");

    private Metadata() {}

    private static CamelCatalog catalog() {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent("callrail", "io.github.camelcallrail.CallRailComponent");
        return catalog;
    }

    /** Whether it is an option of an endpoint, or a filter of some report with its prefix. */
    static boolean isOption(String name) {
        return name.startsWith("filter.")
                ? ReportCatalogue.filters().contains(name.substring("filter.".length()))
                : COMPONENT.getEndpointOptions().stream()
                        .map(BaseOptionModel::getName)
                        .anyMatch(name::equals);
    }
}
