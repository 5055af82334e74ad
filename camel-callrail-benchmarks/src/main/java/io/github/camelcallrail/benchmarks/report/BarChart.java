package io.github.camelcallrail.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A bar chart as SVG: groups of horizontal bars with the figure at the end of each. Each group has its own scale from
 * zero, so compare bars only within a group.
 */
public final class BarChart {

    private static final int WIDTH = 760;
    private static final int LABELS = 220;
    private static final int FIGURES = 110;
    private static final int BAR = 18;
    private static final int STEP = 26;
    private static final int TITLE = 44;

    private final List<String> parts = new ArrayList<>();
    private final String title;
    private int bottom = TITLE;

    public BarChart(String title) {
        this.title = title;
    }

    /**
     * A bar.
     *
     * @param figure the value as text, shown at the end of the bar
     * @param own whether to highlight the bar
     */
    public record Bar(String label, double length, String figure, boolean own) {}

    /** Adds a group below the existing ones. */
    public void add(String name, List<Bar> bars) {
        double longest = bars.stream().mapToDouble(Bar::length).max().orElse(1);
        bottom += STEP;
        parts.add("<text class=\"group\" x=\"0\" y=\"%s\">%s</text>".formatted(bottom, escaped(name)));
        bottom += STEP / 2;
        for (Bar bar : bars) {
            double length = (WIDTH - LABELS - FIGURES) * bar.length() / longest;
            int middle = bottom + BAR - 5;
            parts.add("<text class=\"label\" x=\"%s\" y=\"%s\">%s</text>"
                    .formatted(LABELS - 8, middle, escaped(bar.label())));
            parts.add(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%.1f\" height=\"%s\" rx=\"2\"/>",
                    bar.own() ? "own" : "other",
                    LABELS,
                    bottom,
                    length,
                    BAR));
            parts.add(String.format(
                    Locale.ROOT,
                    "<text class=\"figure\" x=\"%.1f\" y=\"%s\">%s</text>",
                    LABELS + length + 6,
                    middle,
                    escaped(bar.figure())));
            bottom += STEP;
        }
    }

    /** The whole image. */
    public String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 0 %s %s" role="img" aria-label="%s">
                  <style>
                    text { font-family: system-ui, sans-serif; font-size: 13px; fill: #24303c }
                    .title { font-size: 16px; font-weight: 600 }
                    .group { font-weight: 600 }
                    .label { text-anchor: end }
                    .own { fill: #2f7d6d }
                    .other { fill: #b9c4cc }
                    @media (max-width: 480px) { text, .title { font-size: 24px } .group { font-size: 16px } }
                  </style>
                  <rect x="-12" width="100%%" height="100%%" fill="#fff"/>
                  <text class="title" x="0" y="28">%s</text>
                """.formatted(WIDTH + 24, bottom + 12, escaped(title), escaped(title))
                + "  " + String.join("\n  ", parts) + "\n</svg>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
