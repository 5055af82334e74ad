package io.github.camelcallrail.quota;

import java.util.Optional;

/**
 * The requests that the consumers of one account need in a day, compared with what their budget allows.
 *
 * @param account empty if no consumer names it, so that it is the only one of their key
 * @param consumers how many there are, 1 or more
 * @param unknown how many of them poll when another scheduler says so; the requests do not include theirs
 * @param requests the least that the others send
 * @param limits the lowest limits among the consumers, because a budget counts the requests of all together
 */
public record DailyDemand(Optional<String> account, int consumers, int unknown, long requests, Limits limits) {

    private static final int HOURS = 24;

    /** Whether the budget is too small, so that some polls will be postponed every day. */
    public boolean exceedsBudget() {
        return requests > allowed();
    }

    /** The sum as a message, with advice if the budget is too small. */
    public String text() {
        boolean one = consumers == 1;
        return "%s consumer%s of %s need%s at least %s requests a day%s%s; the budget allows %s%s"
                .formatted(
                        consumers,
                        one ? "" : "s",
                        account.map(AccountName::of).orElse("the key's only account"),
                        one ? "s" : "",
                        requests,
                        one ? "" : " together",
                        unknown == 0 ? "" : ", without %s that %s own scheduler".formatted(unknown, has(unknown)),
                        allowed(),
                        exceedsBudget() ? advice() : "");
    }

    private static String has(int number) {
        return number == 1 ? "has its" : "have their";
    }

    private String advice() {
        return (". Polls will be postponed for hours. Poll less often (option delay), or with incremental=true; raise"
                        + " %s only if CallRail allows the account more.")
                .formatted(limits.perDay() <= perHourInADay() ? "requestsPerDay" : "requestsPerHour");
    }

    private long allowed() {
        return Math.min(limits.perDay(), perHourInADay());
    }

    private long perHourInADay() {
        return (long) limits.perHour() * HOURS;
    }
}
