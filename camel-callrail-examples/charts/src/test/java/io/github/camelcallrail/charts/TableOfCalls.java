package io.github.camelcallrail.charts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A table {@code calls}, in memory or in a given database. */
final class TableOfCalls implements AutoCloseable {

    private static final String INSERT =
            "insert into calls (id, start_time, direction, answered, voicemail, first_call, source, lead_status, campaign)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final List<String> SOURCES = Arrays.asList(
            "Google Ads", "Google Organic", "Direct", "Google My Business", "Facebook", "Bing Organic", "Radio", null);
    private static final List<String> STATUSES =
            Arrays.asList("good_lead", "not_a_lead", "previously_marked_good_lead", null, null);
    private static final List<String> CAMPAIGNS = Arrays.asList("spring_offer", "brand_name", "near_me", null);

    private final DataSource database;
    private final Connection held;

    TableOfCalls() throws SQLException {
        this(inMemory());
    }

    TableOfCalls(DataSource database) throws SQLException {
        this.database = database;
        held = database.getConnection();
        try (Statement statement = held.createStatement()) {
            statement.execute("""
                    create table calls (id varchar primary key, start_time timestamp with time zone not null,
                    direction varchar, answered boolean, voicemail boolean, first_call boolean, source varchar,
                    lead_status varchar, campaign varchar)""");
        }
    }

    private static DataSource inMemory() {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setUrl("jdbc:h2:mem:" + UUID.randomUUID());
        return memory;
    }

    DataSource database() {
        return database;
    }

    /** An incoming call of a repeat caller, without campaign or lead status. */
    TableOfCalls call(String start, String source, Boolean answered) throws SQLException {
        return call(start, "inbound", answered, false, false, source, null, null);
    }

    TableOfCalls call(
            String start,
            String direction,
            Boolean answered,
            Boolean voicemail,
            Boolean firstCall,
            String source,
            String leadStatus,
            String campaign)
            throws SQLException {
        try (PreparedStatement insert = held.prepareStatement(INSERT)) {
            set(insert, Instant.parse(start), direction, answered, voicemail, firstCall, source, leadStatus, campaign);
            insert.executeUpdate();
        }
        return this;
    }

    /** Invented calls, spread evenly from a moment on; the same ones for the same arguments. */
    TableOfCalls generate(int calls, Instant from, Duration period) throws SQLException {
        SplittableRandom random = new SplittableRandom(42);
        try (PreparedStatement insert = held.prepareStatement(INSERT)) {
            for (int i = 0; i < calls; i++) {
                boolean answered = random.nextInt(10) < 7;
                set(
                        insert,
                        from.plus(period.multipliedBy(i).dividedBy(calls)),
                        random.nextInt(10) == 0 ? "outbound" : "inbound",
                        answered,
                        !answered && random.nextInt(3) == 0,
                        random.nextInt(3) == 0,
                        SOURCES.get((int) (random.nextDouble() * random.nextDouble() * SOURCES.size())),
                        STATUSES.get(random.nextInt(STATUSES.size())),
                        CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size())));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return this;
    }

    private static void set(PreparedStatement insert, Instant start, Object... values) throws SQLException {
        insert.setString(1, UUID.randomUUID().toString());
        insert.setObject(2, OffsetDateTime.ofInstant(start, ZoneOffset.UTC));
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 3, values[i]);
        }
    }

    /** The only value that a query finds. */
    long count(String where) throws SQLException {
        try (Statement statement = held.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from calls where " + where)) {
            count.next();
            return count.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        held.close();
    }
}
