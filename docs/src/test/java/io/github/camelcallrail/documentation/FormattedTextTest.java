package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code String.formatted} takes the machine's locale, in which {@code %d} may write Persian digits, and {@code %n} its
 * line separator. So it is used with conversions only that are the same everywhere; all others need
 * {@code String.format(Locale.ROOT, …)}. What else depends on the locale, the time zone or the character set of the
 * machine is found in the classes, by the Maven plug-in forbiddenapis.
 */
class FormattedTextTest {

    private static final Pattern CALL = Pattern.compile("\\s*\\.formatted\\(");
    private static final Pattern NAME_AT_END = Pattern.compile("\\b[A-Z_]{2,}$");
    /** A text block, or a text. */
    private static final Pattern TEXT = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    /** Hexadecimal digits are the same in all locales, with leading zeros as well. */
    private static final Pattern CONVERSION = Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(<]*\\d*(?:\\.\\d+)?([a-zA-Z%])");

    private static final String SAME_EVERYWHERE = "s%xbc";

    @Test
    void noTextThatIsFormattedDependsOnTheLocale() {
        List<String> wrong = Project.files(".java")
                .filter(file -> !file.contains("/generated/") && !file.endsWith("/FormattedTextTest.java"))
                .flatMap(file -> dependent(Project.read(file)).map(text -> file + ": " + text))
                .toList();

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"%d\".formatted(1)",
                "\"%1$d\".formatted(1)",
                "\"%n\".formatted(1)",
                "(\"%s\" + \"%,d (%s)\")\n .formatted(1, 2)",
                "(flag ? \"%.1f\" : \")\").formatted(1)",
                "String A_LINE = \"%s%n\"; A_LINE.formatted(1)",
                "\"\"\"\n %d\" \"\n\"\"\".formatted(1)"
            })
    void aTextThatDependsOnTheLocaleIsFound(String java) {
        assertThat(dependent(java)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"%-20s of 100 %%\".formatted(1)",
                "\"%08x\".formatted(1)",
                "list(\"%d\", \"%s\".formatted(1))",
                "String.format(Locale.ROOT, \"%d\", 1)",
                "String A_LINE = \"%s\"; String OTHER = \"%d\"; A_LINE.formatted(1)"
            })
    void oneThatDoesNotIsLeftAlone(String java) {
        assertThat(dependent(java)).isEmpty();
    }

    /** The texts that are formatted in the default locale, and need not look the same everywhere. */
    private static Stream<String> dependent(String java) {
        List<MatchResult> texts = TEXT.matcher(java).results().toList();
        return CALL.matcher(java).results().flatMap(call -> formatted(java, texts, call.start()).stream()
                .filter(FormattedTextTest::dependsOnTheLocale));
    }

    private static List<String> formatted(String java, List<MatchResult> texts, int end) {
        if (java.charAt(end - 1) == ')') {
            int begin = opening(java, end - 1);
            return texts.stream()
                    .filter(text -> text.start() > begin && text.end() < end)
                    .map(MatchResult::group)
                    .toList();
        }
        MatchResult name = NAME_AT_END
                .matcher(java.substring(0, end))
                .results()
                .findFirst()
                .orElse(null);
        int before = name == null ? end : endOfConstant(java, texts, name.group());
        return texts.stream()
                .filter(text -> text.end() == before)
                .map(MatchResult::group)
                .toList();
    }

    private static int endOfConstant(String java, List<MatchResult> texts, String name) {
        int declared = Pattern.compile("\\b" + name + "\\s*=")
                .matcher(java)
                .results()
                .findFirst()
                .map(MatchResult::end)
                .orElse(java.length());
        return texts.stream()
                .filter(text -> text.start() >= declared)
                .map(MatchResult::end)
                .findFirst()
                .orElse(-1);
    }

    /** The place of the bracket that is closed at a place, no matter what brackets texts have in them. */
    private static int opening(String java, int closing) {
        String code =
                TEXT.matcher(java).replaceAll(text -> "_".repeat(text.group().length()));
        int open = 0;
        for (int place = closing; place >= 0; place--) {
            open += code.charAt(place) == ')' ? 1 : code.charAt(place) == '(' ? -1 : 0;
            if (open == 0) {
                return place;
            }
        }
        return 0;
    }

    private static boolean dependsOnTheLocale(String text) {
        return CONVERSION
                .matcher(text)
                .results()
                .anyMatch(conversion -> !SAME_EVERYWHERE.contains(conversion.group(1)));
    }
}
