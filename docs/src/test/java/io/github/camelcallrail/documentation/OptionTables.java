package io.github.camelcallrail.documentation;

import static io.github.camelcallrail.documentation.Table.code;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;

/** Tables of options, from the component's metadata, one per group of options in the metadata. */
final class OptionTables {

    private static final ComponentModel COMPONENT = Metadata.COMPONENT;

    private OptionTables() {}

    /**
     * The options of an endpoint that are in a group.
     *
     * @param name the group in the metadata without text in brackets: {@code consumer} includes
     *     {@code consumer (advanced)}
     */
    static String ofGroup(String name) {
        return table(
                COMPONENT.getEndpointParameterOptions(), option -> group(option).equals(name));
    }

    /** The options that only the component has. */
    static String ofComponentOnly() {
        Set<String> ofEndpoints = COMPONENT.getEndpointOptions().stream()
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
        return table(COMPONENT.getComponentOptions(), option -> !ofEndpoints.contains(option.getName()));
    }

    /** The names of all groups. */
    static Set<String> groups() {
        return COMPONENT.getEndpointParameterOptions().stream()
                .map(OptionTables::group)
                .collect(Collectors.toSet());
    }

    private static String group(BaseOptionModel option) {
        return option.getGroup().replaceFirst(" \\(.*", "");
    }

    private static String table(List<? extends BaseOptionModel> options, Predicate<BaseOptionModel> wanted) {
        Table table = new Table("2,6,2,2", List.of("Option", "Meaning", "Values", "Default"));
        List<? extends BaseOptionModel> rows = options.stream().filter(wanted).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a table without options");
        }
        rows.forEach(
                option -> table.row(code(name(option)), meaning(option), values(option), inCode(byDefault(option))));
        return table.toString();
    }

    private static String name(BaseOptionModel option) {
        return option.getName().equals("filters") ? "filter.*" : option.getName();
    }

    private static String meaning(BaseOptionModel option) {
        // Camel appends a note to multi-value options; here the name of the option shows it.
        String text = option.getDescription()
                .replaceFirst(" This is a multi-value option with prefix: .*", "")
                .strip();
        return (text.endsWith(".") ? text : text + ".") + (option.isSecret() ? " A secret." : "");
    }

    private static String inCode(String text) {
        return text.isEmpty() ? "" : code(text);
    }

    private static String values(BaseOptionModel option) {
        if (option.getEnums() != null) {
            return option.getEnums().stream().map(Table::code).collect(Collectors.joining(", "));
        }
        return switch (option.getType()) {
            case "object" -> option.isMultiValue() ? "text" : "bean";
            // Some of these are numbers; they are text in Camel so that the component can check them.
            case "string" -> "";
            default -> option.getType();
        };
    }

    /** The default of an endpoint option, as users write it; empty if there is none. */
    static String defaultOf(String option) {
        return COMPONENT.getEndpointOptions().stream()
                .filter(candidate -> candidate.getName().equals(option))
                .map(OptionTables::byDefault)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no option " + option));
    }

    private static String byDefault(BaseOptionModel option) {
        if (option.getDefaultValue() == null) {
            return "";
        }
        String value = option.getDefaultValue().toString();
        return option.getType().equals("duration") ? duration(Duration.ofMillis(Long.parseLong(value))) : value;
    }

    /** The duration as users write it in a route. */
    private static String duration(Duration duration) {
        return Stream.of(
                        duration.toSeconds() % 60 == 0 ? duration.toMinutes() + "m" : "",
                        duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : "",
                        duration.toMillis() + "ms")
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
