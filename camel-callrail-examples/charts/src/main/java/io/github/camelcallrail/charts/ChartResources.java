package io.github.camelcallrail.charts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The scripts and styles of the charts, as resources on the class path. */
public final class ChartResources {

    /** Where the resources of Apache ECharts are; the version is part of the path. */
    private static final String ECHARTS_DIRECTORY = "META-INF/resources/webjars/echarts/" + echartsVersion() + "/";

    /** Apache ECharts. A page loads it before {@link #CHARTS_JS}. */
    public static final String ECHARTS = ECHARTS_DIRECTORY + "dist/echarts.min.js";

    /** Defines {@code CallCharts}. */
    public static final String CHARTS_JS = "io/github/camelcallrail/charts/charts.js";

    /** The style of what {@code CallCharts} makes. */
    public static final String CHARTS_CSS = "io/github/camelcallrail/charts/charts.css";

    static final String REPORT_JS = "io/github/camelcallrail/charts/report.js";
    static final String REPORT_CSS = "io/github/camelcallrail/charts/report.css";
    static final String ECHARTS_NOTICE = ECHARTS_DIRECTORY + "NOTICE";

    private ChartResources() {}

    /**
     * The text of a resource.
     *
     * @throws IllegalStateException if it is not on the class path
     */
    public static String text(String resource) {
        try (InputStream in = ChartResources.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + resource, e);
        }
    }

    /** The version of Apache ECharts. */
    static String echartsVersion() {
        String resource = "META-INF/maven/org.webjars.npm/echarts/pom.properties";
        try (InputStream in = ChartResources.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: org.webjars.npm:echarts");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + resource, e);
        }
    }
}
