package io.github.camelcallrail.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.charts.CallStatistics;
import io.github.camelcallrail.charts.Figure;
import io.github.camelcallrail.charts.Overview;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.json.JsonObject;

/**
 * Reads the state of the dashboard as JSON. Charts are only computed again after {@link #recordsChanged}. Used by one
 * thread at a time, except for that method.
 */
final class StateReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The charts of a period, and what they were computed from. */
    private record Computed(long version, ZoneId zone, Overview overview, long formSubmissions) {}

    private final CamelContext context;
    private final RecordsDatabase database;
    private final Settings settings;
    private final AtomicLong version = new AtomicLong();
    private final Map<Period, Computed> computed = new EnumMap<>(Period.class);

    StateReader(CamelContext context, RecordsDatabase database, Settings settings) {
        this.context = context;
        this.database = database;
        this.settings = settings;
    }

    /** A route has written a record. */
    void recordsChanged() {
        version.incrementAndGet();
    }

    /** The state as one line of JSON; equal text means that nothing has changed. */
    synchronized String read(Period period) throws SQLException {
        ZoneId zone = settings.timeZone().isPresent()
                ? settings.timeZone().get()
                : database.sharedZone().orElse(ZoneOffset.UTC);
        Computed charts = charts(period, zone);
        JsonNode console = console();
        try {
            return JSON.writeValueAsString(new DashboardState(
                    settings.source(),
                    zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId(),
                    period.days(),
                    charts.overview().calls(),
                    figures(charts, period),
                    charts.overview().charts(),
                    ReportStatus.all(console),
                    RequestsLeft.all(console)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Failed to write the state as JSON", e);
        }
    }

    private Computed charts(Period period, ZoneId zone) throws SQLException {
        // Before the table is read, so that a record that is written meanwhile is not missed.
        long now = version.get();
        Computed known = computed.get(period);
        if (known == null || known.version() != now || !known.zone().equals(zone)) {
            known = new Computed(
                    now,
                    zone,
                    new CallStatistics(database.dataSource(), period.view(), zone).overview(),
                    database.formSubmissions(period));
            computed.put(period, known);
        }
        return known;
    }

    private static List<Figure> figures(Computed charts, Period period) {
        List<Figure> figures = new ArrayList<>(charts.overview().figures());
        figures.add(new Figure(
                "form-submissions",
                "Form submissions",
                String.format(Locale.ENGLISH, "%,d", charts.formSubmissions()),
                "in " + period.days() + " days"));
        return figures;
    }

    private JsonNode console() {
        DevConsole console = DevConsoleRegistry.get(context).resolveById("callrail");
        JsonObject json = (JsonObject) console.call(DevConsole.MediaType.JSON, Map.of());
        try {
            return JSON.readTree(json.toJson());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The developer console of callrail: writes no JSON", e);
        }
    }
}
