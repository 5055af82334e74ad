package io.github.camelcallrail.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Processes a request, from checking the key to building the page. Processes one request at a time. */
final class SandboxApi {

    private static final Pattern TOKEN = Pattern.compile("Token\\s+token=(\"?)([^\"]*)\\1\\s*");

    private final String apiKey;
    private final Clock clock;
    private final Duration dateAhead;
    private final SandboxData data;
    private final Journal journal;
    private final Faults faults;
    private final QuotaMeter quota;
    private final Set<String> forbidden;
    private final Listing listing;
    private final Summaries summaries;
    private final SingleObjects objects;
    private final ChildListing children;
    private final MediaRequests media;
    private final IntegrationWrites writes;
    private Set<ContraryBehavior> contrary = Set.of();

    SandboxApi(
            String apiKey,
            Clock clock,
            Duration dateAhead,
            SandboxData data,
            Journal journal,
            Faults faults,
            Quota quota,
            Set<String> forbidden,
            MediaOrigin origin) {
        this.apiKey = apiKey;
        this.clock = clock;
        this.dateAhead = dateAhead;
        this.data = data;
        this.journal = journal;
        this.faults = faults;
        this.quota = new QuotaMeter(quota);
        this.forbidden = Set.copyOf(forbidden);
        this.listing = new Listing(data, faults);
        this.summaries = new Summaries(data, faults);
        this.objects = new SingleObjects(faults);
        this.children = new ChildListing(data, listing);
        this.media = new MediaRequests(data, origin);
        this.writes = new IntegrationWrites(data);
    }

    synchronized Answer answer(IncomingRequest request) {
        Instant now = clock.instant();
        Query query = new Query(Map.of());
        Optional<Route> route = Optional.empty();
        Answer answer;
        Faults.PlannedFaults planned = null;
        try {
            query = Query.parse(request.rawQuery());
            route = Route.of(request.path(), query);
            if (route.isEmpty()) {
                throw new RejectedRequestException(404, "Not found");
            }
            planned = faults.next(route.get().resource().name(), route.get().account());
            AccountRecords account = admit(request, route.get(), now);
            if (isWrite(request)) {
                faults.beforeNextWrite().forEach(Runnable::run);
            }
            // A test that changes records meanwhile has to wait, so that each response is consistent.
            synchronized (data) {
                answer = planned.applyTo(computed(request, route.get(), account, query, now));
            }
        } catch (RejectedRequestException rejected) {
            answer = Answer.error(rejected.status(), rejected.getMessage());
        } catch (QuotaExceeded exceeded) {
            answer = Answer.text(429, Map.of(), "");
        }
        answer = answer.dated(now.plus(dateAhead));
        record(request, query, route, now, answer);
        if (planned != null) {
            planned.actions().forEach(Runnable::run);
        }
        return answer;
    }

    /** Counts requests that other clients send now. */
    synchronized void countOthers(String account, int requests) {
        for (int i = 0; i < requests; i++) {
            quota.allows(account, clock.instant());
        }
    }

    synchronized Set<ContraryBehavior> contrary() {
        return contrary;
    }

    /** Behaves in these ways from the next request on. */
    synchronized void contrary(Set<ContraryBehavior> behaviors) {
        contrary = Set.copyOf(behaviors);
    }

    synchronized void clear() {
        journal.clear();
        faults.clear();
        quota.clear();
    }

    /** Checks the request and returns its account; null for the list of accounts. */
    private AccountRecords admit(IncomingRequest request, Route route, Instant now) {
        if (!route.resource().allows(request.method())) {
            throw new RejectedRequestException(405, "Method not allowed");
        }
        Matcher token = TOKEN.matcher(String.join(",", request.headers().getOrDefault("authorization", List.of())));
        if (!token.matches() || !token.group(2).equals(apiKey)) {
            throw new RejectedRequestException(401, "HTTP Token: Access denied");
        }
        if (route.account().isEmpty()) {
            return null;
        }
        AccountRecords account = data.accountCalled(route.account());
        if (account == null) {
            throw new RejectedRequestException(404, "Not found");
        }
        if (!quota.allows(account.id(), now)) {
            throw new QuotaExceeded();
        }
        return account;
    }

    private static boolean isWrite(IncomingRequest request) {
        return !request.method().equals("GET");
    }

    private Answer computed(IncomingRequest request, Route route, AccountRecords account, Query query, Instant now) {
        try {
            boolean write = isWrite(request);
            if (forbidden.contains(route.resource().name()) || (write && faults.refusesWrites())) {
                throw new RejectedRequestException(403, "You do not have permission to perform the requested action");
            }
            if (write) {
                return writes.answer(request, route, account);
            }
            Resource.Kind kind = route.resource().kind();
            if (kind == Resource.Kind.RECORDING || kind == Resource.Kind.MEDIA) {
                return media.answer(route, account);
            }
            Map<String, Object> answer = object(route, account, query, now);
            return Answer.json(200, route.numericIds() ? NumericIds.in(answer) : answer);
        } catch (RejectedRequestException rejected) {
            return Answer.error(rejected.status(), rejected.getMessage());
        }
    }

    private Map<String, Object> object(Route route, AccountRecords account, Query query, Instant now) {
        ContraryAnswers answers = new ContraryAnswers(contrary);
        SandboxEndpoint endpoint = route.endpoint();
        if (route.resource().kind() == Resource.Kind.OBJECT) {
            return answers.rewritten(route.resource().object(), query, objects.answer(route, account, query));
        }
        endpoint.requiredParameters().stream()
                .filter(name -> query.one(name) == null)
                .findFirst()
                .ifPresent(name -> {
                    throw new RejectedRequestException(400, name + " is required");
                });
        Query read = new ContraryRequests(contrary).rewritten(endpoint, query);
        return switch (route.resource().kind()) {
            case LIST -> answers.rewritten(endpoint, query, listing.answer(route, account, read, now, contrary));
            case SUMMARY ->
                answers.rewritten(endpoint, query, summaries.answer(endpoint, account, read, now, contrary));
            default -> childrenOf(route, account, query, read);
        };
    }

    /** A conversation or SMS thread answers its own fields, then a page of its messages. */
    private Map<String, Object> childrenOf(Route route, AccountRecords account, Query query, Query read) {
        ContraryAnswers answers = new ContraryAnswers(contrary);
        Resource resource = route.resource();
        Map<String, Object> page =
                answers.rewritten(resource.endpoint(), query, children.answer(route, account, read, contrary));
        if (resource.object() == null) {
            return page;
        }
        Map<String, Object> all =
                new LinkedHashMap<>(answers.rewritten(resource.object(), query, objects.answer(route, account, query)));
        all.putAll(page);
        return all;
    }

    private void record(IncomingRequest request, Query query, Optional<Route> route, Instant now, Answer answer) {
        boolean broken = answer.ending() == Answer.Ending.RESET || answer.ending() == Answer.Ending.EMPTY;
        journal.add(new RecordedRequest(
                now,
                request.method(),
                request.path(),
                request.rawQuery(),
                query.values(),
                request.headers(),
                broken ? 0 : answer.status(),
                route.map(found -> found.resource().name()).orElse(""),
                request.body()));
    }

    private static final class QuotaExceeded extends RuntimeException {
        QuotaExceeded() {
            super(null, null, false, false);
        }
    }
}
