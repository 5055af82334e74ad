package io.github.camelcallrail.webhook;

import io.github.camelcallrail.client.JsonLimits;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds an object from the names and values of a form, by the names that Ruby on Rails uses: {@code a[b]=x} is a
 * member of object {@code a}, {@code a[]=x} is an element of list {@code a}, and {@code a[][b]=x} belongs to the last
 * object of list {@code a}, or to a new one if that has {@code b} already. A plain name that is repeated becomes a
 * list. A name that contradicts an earlier one is kept as it is written. Used by one thread.
 */
final class FormMembers {

    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])+)");
    private static final Pattern STEP = Pattern.compile("\\[([^\\[\\]]*)]");

    private final Map<String, Object> members = new LinkedHashMap<>();

    void add(String name, String value) throws UnreadableBody {
        Matcher nested = NAME.matcher(name);
        if (!nested.matches() || !put(members, path(nested), value)) {
            putPlain(name, value);
        }
    }

    CallRailRecord record() {
        return (CallRailRecord) immutable(members);
    }

    private static List<String> path(Matcher name) throws UnreadableBody {
        List<String> path = new ArrayList<>(List.of(name.group(1)));
        Matcher step = STEP.matcher(name.group(2));
        while (step.find()) {
            path.add(step.group(1));
        }
        if (path.size() > JsonLimits.DEEPEST) {
            throw new UnreadableBody(JsonLimits.said("it is nested more than %,d levels deep", JsonLimits.DEEPEST));
        }
        return path;
    }

    private void putPlain(String name, String value) {
        Object earlier = members.putIfAbsent(name, value);
        if (earlier instanceof List<?>) {
            elements(earlier).add(value);
        } else if (earlier != null) {
            members.put(name, new ArrayList<>(List.of(earlier, value)));
        }
    }

    /** Whether the value fits to what is there. */
    private static boolean put(Map<String, Object> object, List<String> path, String value) {
        String name = path.get(0);
        if (path.size() == 1) {
            // The last one wins, as in JSON.
            return !(object.get(name) instanceof Map)
                    && !(object.get(name) instanceof List)
                    && set(object, name, value);
        }
        List<String> rest = path.subList(1, path.size());
        boolean list = rest.get(0).isEmpty();
        Object child = object.computeIfAbsent(name, key -> list ? new ArrayList<>() : new LinkedHashMap<>());
        if (list) {
            return child instanceof List && append(elements(child), rest.subList(1, rest.size()), value);
        }
        return child instanceof Map && put(members(child), rest, value);
    }

    private static boolean set(Map<String, Object> object, String name, String value) {
        object.put(name, value);
        return true;
    }

    private static boolean append(List<Object> list, List<String> path, String value) {
        if (path.isEmpty()) {
            return list.add(value);
        }
        String name = path.get(0);
        if (name.isEmpty()) {
            // A list of lists, which no body has.
            return false;
        }
        Object last = list.isEmpty() ? null : list.get(list.size() - 1);
        boolean takesIt =
                last instanceof Map && !(path.size() == 1 && members(last).containsKey(name));
        if (!takesIt) {
            list.add(new LinkedHashMap<>());
        }
        return put(members(list.get(list.size() - 1)), path, value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object object) {
        return (Map<String, Object>) object;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> elements(Object list) {
        return (List<Object>) list;
    }

    private static Object immutable(Object value) {
        if (value instanceof Map) {
            Map<String, Object> copy = new LinkedHashMap<>(members(value));
            copy.replaceAll((name, member) -> immutable(member));
            return CallRailRecord.of(copy);
        }
        if (value instanceof List) {
            List<Object> copy = new ArrayList<>(elements(value));
            copy.replaceAll(FormMembers::immutable);
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
