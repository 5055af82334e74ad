package io.github.camelcallrail.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The pages of the documentation; their parts between markers are generated from measurements. */
public final class Documentation {

    private static final String IMAGE = "performance.svg";

    private final Path module;

    /** @param module the directory that contains {@code pages} and {@code images} */
    public Documentation(Path module) {
        this.module = module;
    }

    /** Replaces the text between the markers of that name, on the page that has them. */
    public void replace(String marker, String text) throws IOException {
        Path page = pageWith(marker);
        Files.writeString(page, replaced(Files.readString(page), marker, text));
    }

    /** The only page with those markers. */
    Path pageWith(String marker) throws IOException {
        try (Stream<Path> pages = Files.list(module.resolve("pages"))) {
            for (Path page : pages.sorted().toList()) {
                if (Files.readString(page).contains(begin(marker))) {
                    return page;
                }
            }
        }
        throw new IllegalStateException("No page has a part '" + marker + "'");
    }

    /** Writes a new version of the image. */
    public void draw(BarChart chart) throws IOException {
        Path images = Files.createDirectories(module.resolve("images"));
        Files.writeString(images.resolve(IMAGE), chart.svg());
    }

    /** The AsciiDoc that shows the image on a page. */
    public static String image(String description) {
        return "image::" + IMAGE + "[" + description + "]\n";
    }

    static String replaced(String page, String marker, String text) {
        String begin = begin(marker);
        String end = "// end::" + marker + "[]\n";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("The page has no part '" + marker + "'");
        }
        return page.substring(0, from + begin.length()) + text + page.substring(to);
    }

    private static String begin(String marker) {
        return "// tag::" + marker + "[]\n";
    }
}
