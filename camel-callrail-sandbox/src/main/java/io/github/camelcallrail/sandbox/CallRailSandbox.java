package io.github.camelcallrail.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A look-alike of the CallRail API on a port of this machine. It holds invented rows, and filters, sorts, pages, refuses
 * and counts requests as CallRail does, as far as that is known; {@link SandboxEndpoints} says what it knows and from
 * where. Routes can so be tried and tested without an account.
 *
 * <pre>{@code
 * try (CallRailSandbox sandbox = CallRailSandbox.start()) {
 *     // ask sandbox.baseUrl() + "/v3/a/" + sandbox.accountId() + "/calls.json" with sandbox.apiKey()
 * }
 * }</pre>
 *
 * <p>Thread-safe. Requests are looked at one after the other; a slow answer ({@link Fault#delay}) holds up no other.
 */
public final class CallRailSandbox implements AutoCloseable {

    private final String apiKey;
    private final SandboxData data;
    private final Journal journal;
    private final Faults faults;
    private final SandboxApi api;
    private final WireMockServer server;

    private CallRailSandbox(Builder builder) {
        apiKey = builder.apiKey;
        data = new SandboxData(builder.clock, builder.seed);
        journal = new Journal();
        faults = new Faults();
        new Seeding(builder.seed, builder.accounts, builder.companyZones, builder.empty)
                .plant(data, builder.clock.instant());
        api = new SandboxApi(
                apiKey, builder.clock, builder.dateAhead, data, journal, faults, builder.quota, builder.forbidden);
        server = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .port(builder.port)
                .containerThreads(32)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                // The journal of the sandbox is the record; WireMock's would hold every body for ever.
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .extensions(new Responder(api)));
        server.stubFor(any(anyUrl()).willReturn(ok()));
        server.start();
    }

    /** Starts one with invented data on a free port. */
    public static CallRailSandbox start() {
        return builder().start();
    }

    /** Starts one otherwise than by default. */
    public static Builder builder() {
        return new Builder();
    }

    /** {@code http://localhost:PORT}, without a slash at the end. */
    public String baseUrl() {
        return "http://localhost:" + port();
    }

    /** The port it listens on; only this machine can reach it. */
    public int port() {
        return server.port();
    }

    /** The one key that is accepted. */
    public String apiKey() {
        return apiKey;
    }

    /** The id of the first account, {@code ACC…}. */
    public String accountId() {
        return accountIds().get(0);
    }

    /** The ids of the accounts the key sees. */
    public List<String> accountIds() {
        return data.accountIds();
    }

    /** Lets somebody else make that many requests of an account's quota, now. */
    public void useQuota(String accountId, int requests) {
        api.countOthers(accountId, requests);
    }

    /** The rows it answers from. */
    public SandboxData data() {
        return data;
    }

    /** What it was asked. */
    public Journal journal() {
        return journal;
    }

    /** What shall go wrong. */
    public Faults faults() {
        return faults;
    }

    /** Brings back the rows of the start, and forgets requests, faults and the quota used. */
    public void reset() {
        data.restore();
        api.clear();
    }

    /** Stops it. To close it again does nothing. */
    @Override
    public void close() {
        server.stop();
    }

    /** How a sandbox shall be. Not thread-safe; can start any number of sandboxes. */
    public static final class Builder {

        private long seed = 1;
        private Clock clock = Clock.systemUTC();
        private Duration dateAhead = Duration.ZERO;
        private String apiKey = "sandbox-key";
        private int port;
        private int accounts = 1;
        private List<ZoneId> companyZones = Collections.nCopies(3, ZoneId.of("America/New_York"));
        private boolean empty;
        private Quota quota = Quota.of(1_000, 10_000);
        private final Set<String> forbidden = new LinkedHashSet<>();

        private Builder() {}

        /** The same seed and the same time of the clock make the same rows. Default 1. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** Tells now: for the rows, the default dates, the 25 months and the quota. Its zone does not matter. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * How far the header {@code Date} of answers is ahead of the clock; negative for one that is behind. Default
         * zero: each answer carries the clock's time, in whole seconds.
         */
        public Builder dateAhead(Duration ahead) {
            this.dateAhead = Objects.requireNonNull(ahead, "ahead");
            return this;
        }

        /** The key to accept. Default {@code sandbox-key}. */
        public Builder apiKey(String key) {
            this.apiKey = Objects.requireNonNull(key, "key");
            return this;
        }

        /** The port to listen on; 0, the default, is a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** How many accounts the key sees. Default 1. */
        public Builder accounts(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("A key sees at least 1 account, not " + count);
            }
            this.accounts = count;
            return this;
        }

        /**
         * One company per zone in each account, in this order; the zone of the first is the one requests without {@code
         * time_zone} mean. Default: three companies in New York.
         */
        public Builder companyZones(ZoneId... zones) {
            if (zones.length == 0) {
                throw new IllegalArgumentException("An account has at least one company");
            }
            this.companyZones = List.of(zones);
            return this;
        }

        /** Accounts and companies only. */
        public Builder empty() {
            this.empty = true;
            return this;
        }

        /** How many requests an account may make. Default 1,000 an hour and 10,000 a day, rolling. */
        public Builder quota(Quota quota) {
            this.quota = Objects.requireNonNull(quota, "quota");
            return this;
        }

        /** Answers this report with 403, as to a key whose user may not see it. */
        public Builder forbid(String report) {
            forbidden.add(SandboxEndpoints.of(report).report());
            return this;
        }

        /** Starts a sandbox. */
        public CallRailSandbox start() {
            return new CallRailSandbox(this);
        }
    }
}
