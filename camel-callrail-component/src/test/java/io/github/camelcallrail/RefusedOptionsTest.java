package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.FailureKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every option that makes no sense is refused when the endpoint is made, in words that name it, and nothing is asked.
 */
class RefusedOptionsTest extends SandboxTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            callrail:cals                                    | There is no report 'cals'; did you mean 'calls'? Reports: calls, calls-summary,
            callrail:form-submision                          | There is no report 'form-submision'; did you mean 'form-submissions'?
            callrail:calls?dayBack=7                         | There is no option 'dayBack'; did you mean 'daysBack'?
            callrail:calls?direction=inbound                 | There is no option 'direction'; did you mean 'filter.direction'?
            callrail:calls?groupBy=source                    | Option 'groupBy' is not supported by report 'calls'. Reports that accept it: calls-summary, forms-summary.
            callrail:users?daysBack=7                        | Option 'daysBack' is not supported by report 'users'. Reports that accept it: calls, calls-summary,
            callrail:users?timeZone=UTC                      | Option 'timeZone' is not supported by report 'users'.
            callrail:calls?interval=5m                       | Option 'interval' is not supported by report 'calls'. Reports that accept it: calls-timeseries. The time between two polls is option 'delay'.
            callrail:calls?userId=USR1                       | Option 'userId' is not supported by report 'calls'. Reports that accept it: calls-summary, calls-timeseries, notifications, summary-emails.
            callrail:companies?companyId=COM1                | Option 'companyId' is not supported by report 'companies'.
            callrail:accounts?accountId=ACC1                 | Option 'accountId' is not supported by report 'accounts'.
            callrail:calls-summary?pageSize=10               | Option 'pageSize' is not supported by report 'calls-summary'.
            callrail:calls-summary?maxRecords=10             | Option 'maxRecords' is not supported by report 'calls-summary'.
            callrail:calls?filter.answered=true              | Report 'calls' has no filter 'answered'. Its filters: call_type, answer_status, device, direction, lead_status, tags.
            callrail:calls?filter.directon=inbound           | Report 'calls' has no filter 'directon'; did you mean 'direction'?
            callrail:caller-ids?filter.x=1                   | Report 'caller-ids' has no filters, so 'filter.x' cannot be used.
            callrail:calls?filter.page=2                     | 'filter.page' is not a filter of report 'calls': use option 'maxRecords' instead.
            callrail:calls?filter.company_id=COM1            | 'filter.company_id' is not a filter of report 'calls': use option 'companyId' instead.
            callrail:calls?filter.direction=incoming         | Option 'filter.direction' of report 'calls' cannot be 'incoming'. It takes: inbound, outbound
            callrail:calls?filter.call_type=voicemail        | Option 'filter.call_type' of report 'calls' cannot be 'voicemail'. It takes: first_call, missed, voicemails, inbound, outbound; did you mean 'voicemails'?
            callrail:calls?filter.device=a&filter.device=b   | Option 'filter.device' of report 'calls' takes one value, not 2: [a, b]
            callrail:calls-summary?groupBy=sorce             | Option 'groupBy' of report 'calls-summary' cannot be 'sorce'. It takes: source, keywords, campaign, referrer, landing_page, company, company_id, last_requested_page; did you mean 'source'?
            callrail:calls-timeseries?interval=fortnight     | interval=fortnight is not one of hour, day, week, month, year.
            callrail:calls?sort=name                         | Option 'sort' of report 'calls' cannot be 'name'. It takes: customer_name,
            callrail:calls?order=asc                         | Option 'order' of report 'calls' needs option 'sort'
            callrail:notifications?sort=name                 | Option 'sort' is not supported by report 'notifications'.
            callrail:calls?pageSize=251                      | Option 'pageSize' cannot be '251'. It takes a whole number, 1 to 250.
            callrail:calls?maxRecords=0                      | Option 'maxRecords' cannot be '0'. It takes a whole number, 1 or more.
            callrail:users?pagination=relative               | Option 'pagination=relative' is not supported by report 'users', only by 'calls'.
            callrail:calls?pagination=links                  | Option 'pagination' of report 'calls' cannot be 'links'. It takes: offset, relative.
            callrail:calls?outputType=lst                    | Option 'outputType' cannot be 'lst'. It takes: list, stream; did you mean 'list'?
            callrail:calls?apiVersion=v4                     | Option 'apiVersion' cannot be 'v4'. It takes: v2, v3
            callrail:calls?daysBack=7&date=2026-03-01        | date=2026-03-01 and daysBack=7 cannot be combined: set either date, daysBack,
            callrail:calls?daysBack=abc                      | daysBack=abc is not a number of days: write a whole number, 0 for today or more.
            callrail:calls?daysBack=7d                       | daysBack=7d is not a number of days: write a whole number, 0 for today or more.
            callrail:calls?daysBack=                         | Option 'daysBack' has no value: leave it out, or give it one.
            callrail:calls?date=                             | Option 'date' has no value: leave it out, or give it one.
            callrail:calls?maxRecords=1e3                    | Option 'maxRecords' cannot be '1e3'. It takes a whole number, 1 or more.
            callrail:calls?pageSize=x                        | Option 'pageSize' cannot be 'x'. It takes a whole number, 1 to 250.
            callrail:calls?maxMessagesPerPoll=abc            | Option 'maxMessagesPerPoll' cannot be 'abc'. It takes a whole number, 0 for no limit.
            callrail:calls?companyId=                        | Option 'companyId' of report 'calls' has no value: leave it out, or give it one.
            callrail:calls?companyId=COM1,                   | Option 'companyId' lists an empty id: remove the comma that is too many.
            callrail:calls?companyId=COM1,*                  | Option 'companyId' lists ids and *, which stands for all of them: leave one of the two out.
            callrail:calls?companyId=COM1,C%20M              | Option 'companyId' cannot be 'C M': an id has letters and digits only.
            callrail:calls?accountId=*,*a                    | Option 'accountId' lists ids and *, which stands for all of them
            callrail:accounts?accountId=*                    | Option 'accountId' is not supported by report 'accounts'.
            callrail:companies?companyId=*                   | Option 'companyId' is not supported by report 'companies'.
            callrail:calls?accountId=..                      | Option 'accountId' cannot be '..': an id has letters and digits only.
            callrail:calls-summary?trackerId=,               | Option 'trackerId' of report 'calls-summary' has no value: leave it out, or give it one.
            callrail:calls?filter.direction=                 | Option 'filter.direction' of report 'calls' has no value: leave it out, or give it one.
            callrail:calls-timeseries?interval=15m           | interval=15m
            callrail:calls?endDate=2026-03-01                | endDate=2026-03-01 sets an end but no start: add startDate or startDaysBack.
            callrail:calls?startDate=2026-03-02&endDate=2026-03-01 | startDate=2026-03-02 is after endDate=2026-03-01: choose an earlier start or a later end.
            callrail:calls?date=2026-03-17                   | date=2026-03-17 is in the future: today is 2026-03-16 even in UTC+14. Choose an earlier start.
            callrail:calls?daysBack=-1                       | daysBack=-1 is not a number of days: write a whole number, 0 for today or more.
            callrail:calls?dateRange=all_time                | dateRange=all_time reaches further back than the 25 months that CallRail keeps: for everything it still has, write startDate=2024-02-16.
            callrail:calls?dateRange=last_7_day              | dateRange=last_7_day is not one of recent, today, yesterday, last_7_days, last_30_days, this_month, last_month, this_year, last_year, all_time; did you mean
            callrail:calls?startDate=2024-02-13              | startDate=2024-02-13 is further back than the 25 months that CallRail keeps: the earliest day to start on is 2024-02-16.
            callrail:calls?timeZone=America/New_Yrk          | timeZone=America/New_Yrk is not a time zone: write an IANA name such as America/New_York; did you mean
            callrail:sms-threads?startDate=2026-03-01T10:00  | startDate=2026-03-01T10:00 has a time of day, but this report accepts whole days only: write startDate=2026-03-01.
            callrail:calls?baseUrl=http://api.example.com    | Option baseUrl is http://api.example.com, over which the API key would travel unencrypted to another machine. Use https, or set allowPlainHttp=true
            callrail:calls?proxyHost=proxy.example.com       | Option proxyPort must be from 1 to 65535 when proxyHost is given, but is 0.
            """)
    void isRefusedWhenTheEndpointIsMade(String uri, String message) {
        CallRailException failure = failure(uri);

        assertThat(failure).hasMessageStartingWith(message);
        assertThat(failure.getKind()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(failure.isRetryable()).isFalse();
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"caller-ids", "integrations", "integration-filters"})
    void aReportOfOneCompanyNeedsIt(String report) throws Exception {
        String uri = "callrail:" + report + "?accountId=" + account();
        String message = "Report '" + report + "' needs option 'companyId': CallRail lists it per company only."
                + " Set it to an id, to several separated by commas, or to * for all companies.";

        // A producer's message may still bring it.
        assertThat(failure(uri)).hasMessage(message);
        assertThat(requested(uri, Map.of(CallRailConstants.COMPANY_ID, company())))
                .isNotNull();
        sandbox.reset();
        assertThatThrownBy(() -> context.consume(uri)).hasRootCauseMessage(message);
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @Test
    void aMissingKeyIsSaidWithWhereToPutIt() {
        context.callrail().getConfiguration().setApiKey(null);

        assertThat(failure("callrail:calls"))
                .hasMessage("Option 'apiKey' is not set. Set it once for all endpoints, as"
                        + " camel.component.callrail.api-key in application.properties or on the component; create"
                        + " keys in CallRail's settings, under API keys.");
    }

    @Test
    void aDefaultOfTheComponentIsIgnoredWhereItDoesNotApply() {
        context.callrail().getConfiguration().setGroupBy("source");
        context.callrail().getConfiguration().setDaysBack("3");
        context.callrail().getConfiguration().setAccountId(account());
        context.callrail().getConfiguration().setCompanyId(company());
        context.callrail().getConfiguration().getFilters().put("direction", "inbound");

        records("callrail:companies");
        assertThat(latestQuery()).doesNotContainKeys("group_by", "start_date", "company_id", "direction");
        records("callrail:accounts");
        records("callrail:calls?timeZone=UTC");
        assertThat(latestQuery())
                .doesNotContainKey("group_by")
                .containsEntry("direction", "inbound")
                .containsEntry("company_id", company())
                .containsEntry("start_date", "2026-03-12");
        records("callrail:calls?timeZone=UTC&date=2026-03-10&filter.direction=outbound");
        assertThat(latestQuery())
                .containsEntry("start_date", "2026-03-10")
                .containsEntry("end_date", "2026-03-10")
                .containsEntry("direction", "outbound");
    }

    @ParameterizedTest
    @CsvSource({
        "pagination,relative,companies",
        "sort,start_time,companies",
        "fields,-transcription,companies",
        "filter.status,active,tags"
    })
    void aDefaultIsIgnoredWhereOnlyOtherReportsTakeItsValue(String option, String value, String report) {
        CallRailConfiguration defaults = context.callrail().getConfiguration();
        switch (option) {
            case "pagination" -> defaults.setPagination(value);
            case "sort" -> defaults.setSort(value);
            case "fields" -> defaults.setFields(value);
            default -> defaults.getFilters().put("status", value);
        }

        records("callrail:" + report + "?accountId=" + account());

        assertThat(latestQuery()).doesNotContainValue(value);
    }

    @Test
    void aDefaultThatNoReportTakesIsRefused() {
        context.callrail().getConfiguration().getFilters().put("direction", "incoming");

        assertThat(failure("callrail:calls"))
                .hasMessageStartingWith("Option 'filter.direction' of report 'calls' cannot be 'incoming'.");
    }

    @Test
    void anOptionOfTheEndpointIsRefusedWhereItDoesNotApplyThoughTheComponentHasItToo() {
        context.callrail().getConfiguration().setGroupBy("source");
        context.callrail().getConfiguration().getFilters().put("direction", "inbound");

        assertThat(failure("callrail:users?groupBy=campaign"))
                .hasMessageStartingWith("Option 'groupBy' is not supported by report 'users'.");
        assertThat(failure("callrail:users?filter.direction=inbound"))
                .hasMessageStartingWith("Report 'users' has no filters");
    }

    @ParameterizedTest
    @CsvSource({"15,15", "0,0"})
    void aDelayThatIsNoneIsRefused(String delay, int understood) {
        assertThatThrownBy(() -> context.consume(uri("calls", "delay=" + delay)))
                .rootCause()
                .isInstanceOf(CallRailException.class)
                .hasMessageStartingWith("Option 'delay' is " + understood + " ms");
    }

    @Test
    void aConsumerThatWouldNeverPauseIsRefused() {
        assertThatThrownBy(() -> context.consume(uri("calls", "greedy=true")))
                .rootCause()
                .isInstanceOf(CallRailException.class)
                .hasMessageContaining("Option 'greedy'");
    }
}
