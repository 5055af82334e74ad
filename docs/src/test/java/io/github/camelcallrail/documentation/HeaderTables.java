package io.github.camelcallrail.documentation;

import static io.github.camelcallrail.documentation.Table.code;

import io.github.camelcallrail.CallRailConstants;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.camel.tooling.model.ComponentModel.EndpointHeaderModel;

/** Tables of headers, from the component's metadata. */
final class HeaderTables {

    /** Set by the producer and never read, although they are in its group. */
    private static final Set<String> SET_BY_PRODUCER =
            Set.of(CallRailConstants.FAILED_SOURCES, CallRailConstants.CONTENT_LENGTH);

    private HeaderTables() {}

    /** The headers that the component sets. */
    static String set() {
        return table(header -> !isRead(header));
    }

    /** The headers that the producer reads; they override options. */
    static String read() {
        return table(HeaderTables::isRead);
    }

    private static boolean isRead(EndpointHeaderModel header) {
        return header.getGroup().equals("producer") && !SET_BY_PRODUCER.contains(header.getName());
    }

    private static String table(Predicate<EndpointHeaderModel> wanted) {
        Table table = new Table("3,6,2", List.of("Header", "Meaning", "Type"));
        Metadata.COMPONENT.getEndpointHeaders().stream()
                .filter(wanted)
                .forEach(header ->
                        table.row(code(header.getName()), header.getDescription(), code(type(header.getJavaType()))));
        return table.toString();
    }

    private static String type(String javaType) {
        return javaType.replaceAll("[a-z]+\\.", "");
    }
}
