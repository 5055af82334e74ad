package io.github.camelcallrail;

import io.github.camelcallrail.quota.RequestBudget;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The options of a {@code callrail:} endpoint, and the defaults for all endpoints when set on the component. This class
 * only holds them; they are checked when an endpoint is created. Whole numbers are kept as text, because Camel would
 * convert text that is not a number to 0, and so a misspelt {@code daysBack} to today.
 */
@UriParams
@Configurer(extended = true)
public class CallRailConfiguration implements Cloneable {

    @UriParam(
            label = "security",
            secret = true,
            description = "CallRail API key. Usually set once, on the component. It is sent to the authority of baseUrl"
                    + " only and never logged. Blanks and newlines around it are removed. Create keys in"
                    + " CallRail's settings, under API keys.")
    private String apiKey;

    @UriParam(
            label = "common",
            description =
                    "Account ID (starts with ACC), several separated by commas, or * for all that the key can access,"
                            + " including those added later. Default: the only account that the key can access; if"
                            + " there are several, the error lists them.")
    private String accountId;

    @UriParam(
            label = "common",
            description =
                    "Company ID (starts with COM) to narrow the report to; several separated by commas, or * for all,"
                            + " to read each on its own. Required by caller-ids, integrations and"
                            + " integration-filters.")
    private String companyId;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "10",
            description =
                    "How many accounts are polled at the same time, if 'accountId' or 'companyId' selects several. One"
                            + " that hangs delays no others as long as fewer hang than this.")
    private int concurrentAccounts = 10;

    @UriParam(
            label = "consumer,advanced",
            description =
                    "Let exchanges of several accounts run through the route at the same time. By default one follows"
                            + " the other, though accounts are polled at the same time.")
    private boolean parallelProcessing;

    @UriParam(
            label = "consumer,advanced",
            description =
                    "Share the accounts among the nodes of a cluster: each account is polled by one node, which the"
                            + " CamelClusterService of the context chooses. Needs a state that all nodes share.")
    private boolean clustered;

    @UriParam(
            label = "consumer,advanced",
            description =
                    "Name of what the cluster shares; the same on all nodes. Routes with the same name poll an account"
                            + " on the same node. Default: the id of the route.")
    private String clusterGroup;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "0",
            description =
                    "Share the accounts in this many parts of about the same size, because cluster services need a lock"
                            + " for each part and some need a thread. 0: each account is a part.")
    private int clusterPartitions;

    @UriParam(
            label = "common",
            description = "User ID: the recipient on notifications and summary-emails, the agent on calls-summary and "
                    + "calls-timeseries. Not for other reports.")
    private String userId;

    @UriParam(
            label = "common",
            description =
                    "Tracker ID (starts with TRK) to narrow the report to. On calls-summary and calls-timeseries, "
                            + "several can be given, separated by commas.")
    private String trackerId;

    @UriParam(
            label = "common",
            description =
                    "What a summary groups by, such as source, keywords, campaign, referrer, landing_page or company."
                            + " Default: one record of totals. Only for calls-summary and forms-summary.")
    private String groupBy;

    @UriParam(
            label = "common",
            enums = "hour,day,week,month,year",
            defaultValue = "day",
            description = "Step of a time series. Only for calls-timeseries. The time between two polls "
                    + "is the option delay.")
    private String interval;

    @UriParam(
            label = "common",
            description =
                    "Fields to get. Default: every documented field of the list, or with operation=get of the single"
                            + " record, except secrets. The word default leaves the choice to CallRail; a list such as id,start_time,note gets exactly these"
                            + " fields in this order, always with id and time; a minus list such as"
                            + " -transcription,-note leaves these out.")
    private String fields;

    @UriParam(
            label = "common",
            description = "One term to search for. Which fields are searched depends on the report.")
    private String search;

    @UriParam(
            label = "common",
            description =
                    "Field to sort by, one of those that the report can be sorted by. Default: the order in which a"
                            + " walk through the pages is safest and has no limit; in any other order, only as many"
                            + " records can be read as CallRail serves by page number.")
    private String sort;

    @UriParam(
            label = "common",
            enums = "asc,desc",
            description = "Direction of sort. Only together with sort. Default: left to CallRail.")
    private String order;

    @UriParam(label = "common", description = "One day, as YYYY-MM-DD, in timeZone.")
    private String date;

    @UriParam(
            label = "common",
            description =
                    "From this many days ago through today, both included, in timeZone: 0 is today, 7 is eight days. "
                            + "Without any date option, a dated report uses 7.")
    private String daysBack;

    @UriParam(
            label = "common",
            description = "Start of the report, included: YYYY-MM-DD, or YYYY-MM-DDTHH:mm with or without "
                    + "offset. Alone it means until now.")
    private String startDate;

    @UriParam(
            label = "common",
            description = "End of the report, included: YYYY-MM-DD, or YYYY-MM-DDTHH:mm with or without "
                    + "offset. Needs startDate or startDaysBack.")
    private String endDate;

    @UriParam(
            label = "common",
            description = "Start of the report as a number of days before today, included. Alone it means "
                    + "until now. 7 together with endDaysBack 1 means the seven whole days before "
                    + "today.")
    private String startDaysBack;

    @UriParam(
            label = "common",
            description = "End of the report as a number of days before today, included. Needs startDate "
                    + "or startDaysBack.")
    private String endDaysBack;

    @UriParam(
            label = "common",
            enums = "recent,today,yesterday,last_7_days,last_30_days,this_month,last_month,this_year,last_year",
            description = "A named range of days in timeZone. recent is the last 7 days and today; "
                    + "last_7_days and last_30_days end with yesterday; this_month and this_year end "
                    + "with today.")
    private String dateRange;

    @UriParam(
            label = "common",
            description = "IANA time zone of all days, such as America/New_York. Returned times may have other "
                    + "offsets. Default: the zone of the company, or the one that all "
                    + "companies share, looked up at most once a day; if they differ, lists use UTC "
                    + "and summaries fail.")
    private String timeZone;

    @UriParam(
            label = "common",
            prefix = "filter.",
            multiValue = true,
            description = "Any other filter that CallRail documents for the report, such as "
                    + "filter.direction=inbound. Names and values are checked. filter.tags can be "
                    + "repeated in the URI to match any of several tags; a comma is part of a tag's name.")
    private Map<String, Object> filters = new LinkedHashMap<>();

    @UriParam(
            label = "advanced",
            description =
                    "Records per request, from 1 to the maximum of the report (250; 100 for thread-messages). Default: the"
                            + " maximum.")
    private String pageSize;

    @UriParam(
            label = "advanced",
            enums = "offset,relative",
            defaultValue = "offset",
            description = "How pages are fetched. offset requests them by number and checks at the end that nothing is "
                    + "missing; relative follows links, which CallRail offers only for calls and without a total to"
                    + " check. auto, the earlier name of offset, still works.")
    private String pagination;

    @UriParam(
            label = "common",
            description = "Stop after this many records, at least 1. If records are left out, header "
                    + "CamelCallRailTruncated is true. Default: no limit.")
    private String maxRecords;

    @UriParam(
            label = "advanced",
            enums = "v2,v3",
            defaultValue = "v3",
            description =
                    "Version of the CallRail API. v2 has numbers for ids and is no longer documented by CallRail; it"
                            + " is rejected for reports that v2 is not known to have: forms-summary, sms-threads,"
                            + " leads, integration-filters, message-flows; and for single records, children of one record and files.")
    private String apiVersion = "v3";

    @UriParam(
            label = "advanced",
            defaultValue = "https://api.callrail.com",
            description =
                    "Address of the API, with an optional path in front of the version. Plain http is rejected except"
                            + " for this machine, unless allowPlainHttp is true.")
    private String baseUrl = "https://api.callrail.com";

    @UriParam(
            label = "advanced,security",
            defaultValue = "false",
            description =
                    "Allow a baseUrl of plain http on another machine. The API key then crosses the network in clear "
                            + "text.")
    private boolean allowPlainHttp;

    @UriParam(
            label = "advanced",
            defaultValue = "10000",
            javaType = "java.time.Duration",
            description =
                    "How long to wait for a connection to open, and for the whole TLS handshake, in milliseconds or"
                            + " as 10s. A poll also waits that long for one of the 20 connections when all are in"
                            + " use; after that, a later poll resumes.")
    private long connectTimeout = 10_000;

    @UriParam(
            label = "advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description =
                    "How long to wait for a response to begin, and between two parts of it, in milliseconds or as 30s."
                            + " A whole response may take four times as long.")
    private long responseTimeout = 30_000;

    @UriParam(label = "proxy", description = "Host of the HTTP proxy to use. Default: none.")
    private String proxyHost;

    @UriParam(label = "proxy", description = "Port of the HTTP proxy. Needed with proxyHost.")
    private Integer proxyPort;

    @UriParam(
            label = "security",
            description =
                    "TLS settings, as a reference to a bean: trusted certificates, client certificate, protocols. "
                            + "Default: that of the JVM, or the global one if useGlobalSslContextParameters is true.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "producer",
            enums = "list,stream",
            defaultValue = "list",
            description = "Body that the producer returns: list is one CallRailRecords with all records; stream is an "
                    + "iterator that fetches pages as it is read, once, for a streaming split of any size. Nothing more"
                    + " is requested once the split or the exchange has failed.")
    private String outputType = "list";

    @UriParam(
            label = "producer",
            enums = "list,get,download,explain,refresh",
            description = "What the producer does: list reads the report; get reads the one record whose id is option "
                    + "id, with fields that only single records have; download gets a file; explain returns one record "
                    + "that tells what reading the report would take: windows, records, requests, minutes to wait for the "
                    + "budget, and memory in bytes. Explain requests one record of a list, and nothing of a summary. "
                    + "Refresh has the incremental consumer with the same stateKey read one record at once, that of option "
                    + "id or in the body; it sends no request itself and leaves the message as it is. Not a header, so that "
                    + "no message can change it. Default: download for recording and media, list for all others.")
    private String operation;

    @UriParam(
            label = "producer",
            description = "ID of the object: of the record to get with operation=get; of the call for page-views and "
                    + "recording, of the conversation for messages, of the SMS thread for thread-messages, of the lead for "
                    + "lead-timeline, of the text message for media. Usually given for each message, by a header or in the "
                    + "URI of toD.")
    private String id;

    @UriParam(
            label = "producer",
            description =
                    "Which of the files of a text message to download with report media: the number at the end of "
                            + "its URL in media_urls.")
    private String mediaNumber;

    @UriParam(
            label = "producer",
            description =
                    "The file to download with report media, as one of the media_urls of a text message. It wins over "
                            + "id and mediaNumber. Account, message and number are taken from it; the file is always requested "
                            + "from baseUrl.")
    private String mediaUrl;

    @UriParam(
            label = "producer,security",
            defaultValue = "*.callrail.com,calltrk-*.s3.amazonaws.com,calltrk-*.s3.*.amazonaws.com",
            description =
                    "Hosts that recordings and media may be downloaded from, separated by commas, besides that of "
                            + "baseUrl. An asterisk stands for any characters except a dot. CallRail answers with links to them; a link to "
                            + "another host is not followed. The API key is never sent there.")
    private String mediaHosts = "*.callrail.com,calltrk-*.s3.amazonaws.com,calltrk-*.s3.*.amazonaws.com";

    @UriParam(
            label = "consumer",
            defaultValue = "true",
            description = "One exchange per record if true, one per page with a CallRailRecords if false.")
    private boolean splitResults = true;

    @UriParam(
            label = "consumer",
            defaultValue = "0",
            description =
                    "Maximum number of exchanges per poll. The rest follows at the next poll, within the same dates. 0 "
                            + "means no limit.")
    private String maxMessagesPerPoll = "0";

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "Send only what is new or changed since the last poll, and after a restart resume where the last"
                            + " one stopped. The date options then say where the first poll starts. Without it, every"
                            + " poll reads and sends the whole report.")
    private boolean incremental;

    @UriParam(
            label = "consumer",
            defaultValue = "2h,2d@1h,7d@6h,35d@1d",
            description =
                    "How far an incremental consumer looks back for records that changed or came late: one span, as"
                            + " 35d or P35D, at every poll; or several, written as the default is: 2 hours at every"
                            + " poll, 2 days once an hour, 7 days every 6 hours, 35 days once a day. Only for dated"
                            + " reports; other lists are compared whole at every poll.")
    private String lookback;

    @UriParam(
            label = "consumer",
            description =
                    "Directory in which an incremental consumer keeps its position and what it sent. It is created "
                            + "if missing. Default: kept in memory, so that a restart begins with the date options"
                            + " again.")
    private String stateDirectory;

    @UriParam(
            label = "consumer,advanced",
            description =
                    "Repository in place of stateDirectory, as a reference to a bean, such as a JdbcStateRepository"
                            + " for several nodes.")
    private StateRepository<String, String> stateRepository;

    @UriParam(
            label = "consumer,advanced",
            description =
                    "Name under which an incremental consumer keeps its state. Two consumers must not share one; with"
                            + " another name it starts afresh. Default: account, report and route id.")
    private String stateKey;

    @UriParam(
            label = "consumer,advanced",
            description = "Fields whose changes alone do not make an incremental consumer send a record again,"
                    + " separated by commas; milestones.qualified is part of a field. Fields that change by"
                    + " themselves, such as total_calls, are always ignored.")
    private String ignoreChangesIn;

    @UriParam(
            label = "advanced",
            defaultValue = "1000",
            description =
                    "Maximum number of requests in any 60 minutes, counted for the account over all endpoints of the"
                            + " CamelContext. CallRail allows 1000; a lower number leaves the rest to other endpoints"
                            + " and programs. A poll that reaches the limit resumes at a later poll.")
    private String requestsPerHour = "1000";

    @UriParam(
            label = "advanced",
            defaultValue = "10000",
            description = "Maximum number of requests in any 24 hours, counted as for requestsPerHour. CallRail"
                    + " allows 10000.")
    private String requestsPerDay = "10000";

    @UriParam(
            label = "advanced",
            description = "Counts the requests in place of the CamelContext, as a reference to a bean, such as a "
                    + "JdbcRequestBudget for several nodes. Default: counted in memory, and kept where an incremental "
                    + "consumer keeps its state.")
    private RequestBudget requestBudget;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description =
                    "How long each request of a message waits for the budget, while CallRail rejects more, or for one"
                            + " of the 20 connections when all are in use, in milliseconds or as 30s. Waiting does"
                            + " not count as a request. Then the message fails with an error that says why. A poll"
                            + " does not wait for the budget. Keep it below Camel's shutdown time-out of 45 seconds"
                            + " if routes are stopped by themselves.")
    private long budgetWait = 30_000;

    @UriParam(
            label = "advanced",
            defaultValue = "4",
            description =
                    "How often a request is retried after HTTP 429 or 5xx, a broken or timed-out connection, or an "
                            + "unusable response. 0 means never.")
    private String maxRetries = "4";

    @UriParam(
            label = "advanced",
            defaultValue = "1000",
            javaType = "java.time.Duration",
            description =
                    "Time before the first retry, in milliseconds or as 1s; doubled before each further one. Each is"
                            + " shortened by up to a half at random.")
    private long retryDelay = 1_000;

    @UriParam(
            label = "advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description =
                    "No retry begins later than this after the request was first sent, in milliseconds or as 30s. "
                            + "Keep it below Camel's shutdown time-out of 45 seconds.")
    private long retryTimeout = 30_000;

    @UriParam(
            label = "advanced",
            defaultValue = "1",
            description =
                    "How many pages are fetched while the previous one is still being processed, from 0 to 10. Each is "
                            + "held in memory. Unless it is 0, the next page of a list is requested before the current "
                            + "one is parsed.")
    private String readAhead = "1";

    @UriParam(
            label = "advanced",
            defaultValue = "1",
            description = "How many pages of a list are fetched in parallel, from 1 to 10. The order of records and the"
                    + " number of requests stay the same, with a few more requests if the list changes"
                    + " meanwhile. Each page is held in memory. It has no effect on pagination=relative,"
                    + " summaries and time series.")
    private String parallelRequests = "1";

    @UriParam(
            label = "consumer,webhook",
            description = "Kinds of events to receive with webhook:callrail:events, separated by commas: pre-call, "
                    + "routing-complete, post-call, call-modified, outbound-post-call, outbound-call-modified, "
                    + "text-message-received, text-message-sent, form-submission, convert-assist-complete, "
                    + "voice-assist-call-answered, voice-assist-message. Default: the first nine, which can be "
                    + "registered by the API.")
    private String events;

    @UriParam(
            label = "consumer,webhook",
            enums = "record,raw",
            defaultValue = "record",
            description =
                    "Body of an event: record is a CallRailRecord with the names and types of a polled record; raw is "
                            + "an array of the bytes that CallRail sent.")
    private String eventBody = "record";

    @UriParam(
            label = "consumer,webhook,security",
            secret = true,
            description =
                    "Signing key of the company's webhooks, from CallRail's settings, under Integrations, Webhooks. "
                            + "Default: looked up for each company, and again when CallRail changes it.")
    private String signingSecret;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "false",
            description =
                    "Remove the URLs of this application from CallRail when the CamelContext stops. Events that happen "
                            + "until it starts again are then lost, so leave it off for a restart.")
    private boolean webhookUnregister;

    @UriParam(
            label = "consumer,webhook",
            defaultValue = "false",
            description = "Enable the webhooks of a company again when CallRail has disabled them, as it does when its "
                    + "requests fail repeatedly. Otherwise that is only reported.")
    private boolean reviveWebhook;

    @UriParam(
            label = "consumer,webhook,advanced",
            defaultValue = "1048576",
            description = "Maximum size of an event in bytes. A larger one is rejected with HTTP 413.")
    private int maxEventSize = 1_048_576;

    @UriParam(
            label = "consumer,webhook,advanced",
            defaultValue = "10000",
            description = "Maximum number of stored events that the route has not processed. Further ones are rejected "
                    + "with HTTP 503.")
    private int maxPendingEvents = 10_000;

    @UriParam(
            label = "consumer,webhook,advanced",
            defaultValue = "1",
            description = "How many stored events the route processes at the same time. Those of one record come one "
                    + "after the other in any case.")
    private int concurrentEvents = 1;

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public int getConcurrentAccounts() {
        return concurrentAccounts;
    }

    public void setConcurrentAccounts(int concurrentAccounts) {
        this.concurrentAccounts = concurrentAccounts;
    }

    public boolean isClustered() {
        return clustered;
    }

    public void setClustered(boolean clustered) {
        this.clustered = clustered;
    }

    public String getClusterGroup() {
        return clusterGroup;
    }

    public void setClusterGroup(String clusterGroup) {
        this.clusterGroup = clusterGroup;
    }

    public int getClusterPartitions() {
        return clusterPartitions;
    }

    public void setClusterPartitions(int clusterPartitions) {
        this.clusterPartitions = clusterPartitions;
    }

    public boolean isParallelProcessing() {
        return parallelProcessing;
    }

    public void setParallelProcessing(boolean parallelProcessing) {
        this.parallelProcessing = parallelProcessing;
    }

    public String getAccountId() {
        return accountId;
    }

    public void setAccountId(String accountId) {
        this.accountId = accountId;
    }

    public String getCompanyId() {
        return companyId;
    }

    public void setCompanyId(String companyId) {
        this.companyId = companyId;
    }

    public String getUserId() {
        return userId;
    }

    public void setUserId(String userId) {
        this.userId = userId;
    }

    public String getTrackerId() {
        return trackerId;
    }

    public void setTrackerId(String trackerId) {
        this.trackerId = trackerId;
    }

    public String getGroupBy() {
        return groupBy;
    }

    public void setGroupBy(String groupBy) {
        this.groupBy = groupBy;
    }

    public String getInterval() {
        return interval;
    }

    public void setInterval(String interval) {
        this.interval = interval;
    }

    public String getFields() {
        return fields;
    }

    public void setFields(String fields) {
        this.fields = fields;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getOrder() {
        return order;
    }

    public void setOrder(String order) {
        this.order = order;
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getDaysBack() {
        return daysBack;
    }

    public void setDaysBack(String daysBack) {
        this.daysBack = daysBack;
    }

    public String getStartDate() {
        return startDate;
    }

    public void setStartDate(String startDate) {
        this.startDate = startDate;
    }

    public String getEndDate() {
        return endDate;
    }

    public void setEndDate(String endDate) {
        this.endDate = endDate;
    }

    public String getStartDaysBack() {
        return startDaysBack;
    }

    public void setStartDaysBack(String startDaysBack) {
        this.startDaysBack = startDaysBack;
    }

    public String getEndDaysBack() {
        return endDaysBack;
    }

    public void setEndDaysBack(String endDaysBack) {
        this.endDaysBack = endDaysBack;
    }

    public String getDateRange() {
        return dateRange;
    }

    public void setDateRange(String dateRange) {
        this.dateRange = dateRange;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    public Map<String, Object> getFilters() {
        return filters;
    }

    public void setFilters(Map<String, Object> filters) {
        this.filters = filters;
    }

    public String getPageSize() {
        return pageSize;
    }

    public void setPageSize(String pageSize) {
        this.pageSize = pageSize;
    }

    public String getPagination() {
        return pagination;
    }

    public void setPagination(String pagination) {
        this.pagination = pagination;
    }

    public String getMaxRecords() {
        return maxRecords;
    }

    public void setMaxRecords(String maxRecords) {
        this.maxRecords = maxRecords;
    }

    public String getApiVersion() {
        return apiVersion;
    }

    public void setApiVersion(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public boolean isAllowPlainHttp() {
        return allowPlainHttp;
    }

    public void setAllowPlainHttp(boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public String getOutputType() {
        return outputType;
    }

    public void setOutputType(String outputType) {
        this.outputType = outputType;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getMediaNumber() {
        return mediaNumber;
    }

    public void setMediaNumber(String mediaNumber) {
        this.mediaNumber = mediaNumber;
    }

    public String getMediaUrl() {
        return mediaUrl;
    }

    public void setMediaUrl(String mediaUrl) {
        this.mediaUrl = mediaUrl;
    }

    public String getMediaHosts() {
        return mediaHosts;
    }

    public void setMediaHosts(String mediaHosts) {
        this.mediaHosts = mediaHosts;
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
    }

    public boolean isSplitResults() {
        return splitResults;
    }

    public void setSplitResults(boolean splitResults) {
        this.splitResults = splitResults;
    }

    public String getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(String maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public boolean isIncremental() {
        return incremental;
    }

    public void setIncremental(boolean incremental) {
        this.incremental = incremental;
    }

    public String getLookback() {
        return lookback;
    }

    public void setLookback(String lookback) {
        this.lookback = lookback;
    }

    public String getStateDirectory() {
        return stateDirectory;
    }

    public void setStateDirectory(String stateDirectory) {
        this.stateDirectory = stateDirectory;
    }

    public StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    public void setStateRepository(StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public String getStateKey() {
        return stateKey;
    }

    public void setStateKey(String stateKey) {
        this.stateKey = stateKey;
    }

    public String getIgnoreChangesIn() {
        return ignoreChangesIn;
    }

    public void setIgnoreChangesIn(String ignoreChangesIn) {
        this.ignoreChangesIn = ignoreChangesIn;
    }

    public String getRequestsPerHour() {
        return requestsPerHour;
    }

    public void setRequestsPerHour(String requestsPerHour) {
        this.requestsPerHour = requestsPerHour;
    }

    public String getRequestsPerDay() {
        return requestsPerDay;
    }

    public void setRequestsPerDay(String requestsPerDay) {
        this.requestsPerDay = requestsPerDay;
    }

    public RequestBudget getRequestBudget() {
        return requestBudget;
    }

    public void setRequestBudget(RequestBudget requestBudget) {
        this.requestBudget = requestBudget;
    }

    public long getBudgetWait() {
        return budgetWait;
    }

    public void setBudgetWait(long budgetWait) {
        this.budgetWait = budgetWait;
    }

    public String getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(String maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getRetryTimeout() {
        return retryTimeout;
    }

    public void setRetryTimeout(long retryTimeout) {
        this.retryTimeout = retryTimeout;
    }

    public String getReadAhead() {
        return readAhead;
    }

    public void setReadAhead(String readAhead) {
        this.readAhead = readAhead;
    }

    public String getParallelRequests() {
        return parallelRequests;
    }

    public void setParallelRequests(String parallelRequests) {
        this.parallelRequests = parallelRequests;
    }

    /** A copy with the same values. */
    public CallRailConfiguration copy() {
        try {
            CallRailConfiguration copy = (CallRailConfiguration) clone();
            copy.filters = new LinkedHashMap<>(filters);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events;
    }

    public String getEventBody() {
        return eventBody;
    }

    public void setEventBody(String eventBody) {
        this.eventBody = eventBody;
    }

    public String getSigningSecret() {
        return signingSecret;
    }

    public void setSigningSecret(String signingSecret) {
        this.signingSecret = signingSecret;
    }

    public boolean isWebhookUnregister() {
        return webhookUnregister;
    }

    public void setWebhookUnregister(boolean webhookUnregister) {
        this.webhookUnregister = webhookUnregister;
    }

    public boolean isReviveWebhook() {
        return reviveWebhook;
    }

    public void setReviveWebhook(boolean reviveWebhook) {
        this.reviveWebhook = reviveWebhook;
    }

    public int getMaxEventSize() {
        return maxEventSize;
    }

    public void setMaxEventSize(int maxEventSize) {
        this.maxEventSize = maxEventSize;
    }

    public int getMaxPendingEvents() {
        return maxPendingEvents;
    }

    public void setMaxPendingEvents(int maxPendingEvents) {
        this.maxPendingEvents = maxPendingEvents;
    }

    public int getConcurrentEvents() {
        return concurrentEvents;
    }

    public void setConcurrentEvents(int concurrentEvents) {
        this.concurrentEvents = concurrentEvents;
    }
}
