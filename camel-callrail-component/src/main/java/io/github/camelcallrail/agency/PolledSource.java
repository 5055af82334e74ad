package io.github.camelcallrail.agency;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.report.Source;
import java.util.Optional;

/**
 * What one consumer polls, and what it shares with the consumers of other accounts.
 *
 * @param source the account or company; empty for a consumer that polls alone what its options say
 * @param route its access to the route
 * @param turn how long it may poll before others have their turn
 */
public record PolledSource(Optional<Source> source, RouteAccess route, PollTurn turn) {

    /** For a consumer that shares nothing. */
    public static final PolledSource ALONE = new PolledSource(Optional.empty(), RouteAccess.SHARED, PollTurn.ENDLESS);

    public PolledSource {
        requireNonNull(source, "source is null");
        requireNonNull(route, "route is null");
        requireNonNull(turn, "turn is null");
    }
}
