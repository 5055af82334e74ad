package io.github.camelcallrail.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A simulated CallRail API on a local port. It serves invented records, and filters, sorts, pages, rejects and counts
 * requests as CallRail does, as far as that is known; {@link SandboxEndpoints} lists what it knows and from which
 * source. Use it to try and test routes without an account. Recordings and media files come from {@link #media()}.
 *
 * <pre>{@code
 * try (CallRailSandbox sandbox = CallRailSandbox.start()) {
 *     // GET sandbox.baseUrl() + "/v3/a/" + sandbox.accountId() + "/calls.json" with sandbox.apiKey()
 * }
 * }</pre>
 *
 * <p>Thread-safe. Requests are processed one after the other; a slow response ({@link Fault#delay}) does not block
 * others.
 */
public final class CallRailSandbox implements AutoCloseable {

    private final String apiKey;
    private final SandboxData data;
    private final Journal journal;
    private final Faults faults;
    private final MediaOrigin media;
    private final WebhookSender webhooks;
    private final SandboxApi api;
    private final Set<ContraryBehavior> contraryAtStart;
    private final WireMockServer server;
    private final Runnable endOfLive;

    private CallRailSandbox(Builder builder) {
        apiKey = builder.apiKey;
        data = new SandboxData(builder.clock, builder.seed);
        journal = new Journal();
        faults = new Faults();
        new Seeding(builder.seed, builder.accounts, builder.companyZones, builder.empty)
                .plant(data, builder.clock.instant());
        media = new MediaOrigin(call -> MediaRequests.duration(data, call), builder.clock, builder.seed);
        webhooks = new WebhookSender(data, media::redirectLink, builder.clock, builder.seed);
        data.listener(webhooks.listener());
        api = new SandboxApi(
                apiKey,
                builder.clock,
                builder.dateAhead,
                data,
                journal,
                faults,
                builder.quota,
                builder.forbidden,
                media);
        contraryAtStart = builder.contrary;
        api.contrary(contraryAtStart);
        server = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .port(builder.port)
                .containerThreads(32)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                // The sandbox keeps its own journal; WireMock's would keep every body in memory.
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .extensions(new Responder(api, new ChangeEndpoint(data))));
        server.stubFor(any(anyUrl()).willReturn(ok()));
        start(server, builder.port);
        data.servedAt(this::baseUrl);
        endOfLive = builder.live == null
                ? () -> {}
                : builder.schedule.start(builder.live, new LiveChanges(data, builder.clock, builder.seed));
    }

    private static void start(WireMockServer server, int port) {
        try {
            server.start();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw new PortInUseException(port, e);
                }
            }
            throw e;
        }
    }

    /** Starts a sandbox with invented data on a free port. */
    public static CallRailSandbox start() {
        return builder().start();
    }

    /** Configures a sandbox before it starts. */
    public static Builder builder() {
        return new Builder();
    }

    /** {@code http://localhost:PORT}, without a trailing slash. */
    public String baseUrl() {
        return "http://localhost:" + port();
    }

    /** The port the sandbox listens on; only this machine can reach it. */
    public int port() {
        return server.port();
    }

    /** The only API key the sandbox accepts. */
    public String apiKey() {
        return apiKey;
    }

    /** The id of the first account; starts with {@code ACC}. */
    public String accountId() {
        return accountIds().get(0);
    }

    /** The ids of the accounts the key can access. */
    public List<String> accountIds() {
        return data.accountIds();
    }

    /** Uses up part of an account's quota, as if another client had sent that many requests now. */
    public void useQuota(String accountId, int requests) {
        api.countOthers(accountId, requests);
    }

    /** The records the sandbox serves. */
    public SandboxData data() {
        return data;
    }

    /** The requests the sandbox has received. */
    public Journal journal() {
        return journal;
    }

    /** The faults to simulate. */
    public Faults faults() {
        return faults;
    }

    /** Where recordings and media files come from. */
    public MediaOrigin media() {
        return media;
    }

    /** Sends webhooks when the records change. */
    public WebhookSender webhooks() {
        return webhooks;
    }

    /** The ways in which the sandbox differs from CallRail as documented, in the order of their declaration. */
    public Set<ContraryBehavior> contrary() {
        return Collections.unmodifiableSet(new TreeSet<>(api.contrary()));
    }

    /**
     * From the next request on, differs from CallRail as documented in exactly these ways; an empty set ends all.
     * {@link #reset()} restores those that the sandbox started with.
     */
    public void contrary(Set<ContraryBehavior> behaviors) {
        api.contrary(behaviors);
    }

    /**
     * Restores the initial records and contrary behavior, and clears the journal, all faults, what was set for
     * the {@link #media()} and the quota used. Forgets the registrations and deliveries of {@link #webhooks()}.
     */
    public void reset() {
        synchronized (data) {
            data.restore();
            webhooks.clear();
        }
        api.clear();
        media.clear();
        api.contrary(contraryAtStart);
    }

    /** Stops the sandbox. Closing it again has no effect. */
    @Override
    public void close() {
        endOfLive.run();
        webhooks.close();
        server.stop();
        media.close();
    }

    /** The configuration of a sandbox. Not thread-safe; can start any number of sandboxes. */
    public static final class Builder {

        private long seed = 1;
        private Clock clock = Clock.systemUTC();
        private Duration dateAhead = Duration.ZERO;
        private String apiKey = "sandbox-key";
        private int port;
        private Duration live;
        private LiveSchedule schedule = LiveSchedule::onThread;
        private int accounts = 1;
        private List<ZoneId> companyZones = Collections.nCopies(3, ZoneId.of("America/New_York"));
        private boolean empty;
        private Quota quota = Quota.of(1_000, 10_000);
        private final Set<String> forbidden = new LinkedHashSet<>();
        private Set<ContraryBehavior> contrary = Set.of();

        private Builder() {}

        /** The same seed and the same clock time produce the same records. Default: 1. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** The clock for the records, the default dates, the 25-month limit and the quota. Its zone is ignored. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * How far the {@code Date} header of responses is ahead of the clock; negative if it is behind. Default: zero,
         * so that each response carries the clock's time in whole seconds.
         */
        public Builder dateAhead(Duration ahead) {
            this.dateAhead = Objects.requireNonNull(ahead, "ahead");
            return this;
        }

        /** The API key to accept. Default: {@code sandbox-key}. */
        public Builder apiKey(String key) {
            this.apiKey = Objects.requireNonNull(key, "key");
            return this;
        }

        /** The port to listen on. Default: 0, any free port. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Adds a call that has just ended and edits an earlier one at this interval, in the first account, until the
         * sandbox is closed. Default: the records only change when a test changes them.
         */
        public Builder live(Duration interval) {
            if (interval.isNegative() || interval.isZero()) {
                throw new IllegalArgumentException("The interval of live changes must be positive, not " + interval);
            }
            this.live = interval;
            return this;
        }

        /** When live changes are made; for tests that do not wait. */
        Builder schedule(LiveSchedule schedule) {
            this.schedule = schedule;
            return this;
        }

        /** The number of accounts the key can access. Default: 1. */
        public Builder accounts(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("A sandbox has at least 1 account, not " + count);
            }
            this.accounts = count;
            return this;
        }

        /**
         * Creates one company per zone in each account, in this order. Requests without {@code time_zone} use the zone
         * of the first. Default: three companies in New York.
         */
        public Builder companyZones(ZoneId... zones) {
            if (zones.length == 0) {
                throw new IllegalArgumentException("An account has at least one company");
            }
            this.companyZones = List.of(zones);
            return this;
        }

        /** Starts with accounts and companies only. */
        public Builder empty() {
            this.empty = true;
            return this;
        }

        /** How many requests each account allows. Default: 1,000 per hour and 10,000 per day, rolling. */
        public Builder quota(Quota quota) {
            this.quota = Objects.requireNonNull(quota, "quota");
            return this;
        }

        /**
         * Responds with 403 to requests for this report, as for a key whose user may not see it. Single objects have
         * names of their own, such as {@code object:calls}; see {@link SandboxEndpoints}.
         */
        public Builder forbid(String report) {
            forbidden.add(Resource.named(report));
            return this;
        }

        /**
         * Differs from CallRail as documented in exactly these ways. Default: none.
         * {@link CallRailSandbox#contrary(Set)} changes them while the sandbox runs.
         */
        public Builder contrary(ContraryBehavior... behaviors) {
            this.contrary = Set.copyOf(Arrays.asList(behaviors));
            return this;
        }

        /**
         * Starts a sandbox.
         *
         * @throws IllegalStateException if the port is in use
         */
        public CallRailSandbox start() {
            return new CallRailSandbox(this);
        }
    }
}
