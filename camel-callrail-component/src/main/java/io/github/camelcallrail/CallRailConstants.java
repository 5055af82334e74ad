package io.github.camelcallrail;

import org.apache.camel.spi.Metadata;

/**
 * Names of the message headers. Those of the first group are set by the consumer and the producer, and never read.
 * Those of the second group are read by the producer; each overrides the endpoint option of its name.
 */
public final class CallRailConstants {

    @Metadata(label = "common", description = "Name of the report in the body.", javaType = "String")
    public static final String REPORT = "CamelCallRailReport";

    @Metadata(
            label = "common",
            description = "ID of the account that was read. Not set for the list of accounts.",
            javaType = "String")
    public static final String SOURCE_ACCOUNT_ID = "CamelCallRailSourceAccountId";

    @Metadata(
            label = "common",
            description = "ID of the company that the report is limited to. Not set for all companies.",
            javaType = "String")
    public static final String SOURCE_COMPANY_ID = "CamelCallRailSourceCompanyId";

    @Metadata(
            label = "common",
            description = "ID of the record; of a file, the ID of the call or message that it belongs to. Not set for "
                    + "records of summaries, which have no ID, and for lists.",
            javaType = "String")
    public static final String RECORD_ID = "CamelCallRailRecordId";

    @Metadata(
            label = "common",
            description = "Start of the window of the report, ISO-8601 with offset. Only for reports with dates.",
            javaType = "String")
    public static final String WINDOW_START = "CamelCallRailWindowStart";

    @Metadata(
            label = "common",
            description = "End of the window of the report, to the second, ISO-8601 with offset. Only "
                    + "for reports with dates.",
            javaType = "String")
    public static final String WINDOW_END = "CamelCallRailWindowEnd";

    @Metadata(
            label = "common",
            description = "IANA time zone of the window of the report. Only for reports with dates.",
            javaType = "String")
    public static final String WINDOW_ZONE = "CamelCallRailWindowZone";

    @Metadata(
            label = "consumer",
            description = "Number of the page that the records come from, starting at 1.",
            javaType = "Integer")
    public static final String PAGE = "CamelCallRailPage";

    @Metadata(
            label = "consumer",
            description = "Position of the record in the whole report, starting at 0; for a page, that "
                    + "of its first record.",
            javaType = "Long")
    public static final String RECORD_INDEX = "CamelCallRailRecordIndex";

    @Metadata(
            label = "consumer",
            description = "Whether this is the last exchange of the report.",
            javaType = "Boolean")
    public static final String LAST_RECORD = "CamelCallRailLastRecord";

    @Metadata(
            label = "consumer",
            description = "Why an incremental consumer sends the record: CREATED if it was not sent before, within the "
                    + "look-back, UPDATED if it was sent before and has changed. Only with incremental=true.",
            javaType = "String",
            enums = "CREATED,UPDATED")
    public static final String CHANGE = "CamelCallRailChange";

    @Metadata(
            label = "consumer",
            description =
                    "True if an incremental consumer has not run for so long that CallRail no longer keeps all the"
                            + " records it missed, so that it starts with the oldest that CallRail keeps. Not set"
                            + " otherwise.",
            javaType = "Boolean")
    public static final String WINDOW_CLAMPED = "CamelCallRailWindowClamped";

    @Metadata(
            label = "common",
            description = "Number of records in the report, as counted by CallRail. Not set if CallRail does not"
                    + " report it.",
            javaType = "Long")
    public static final String TOTAL_RECORDS = "CamelCallRailTotalRecords";

    @Metadata(
            label = "common",
            description = "Totals of a summary or time series, by metric.",
            javaType = "Map<String, Object>")
    public static final String TOTALS = "CamelCallRailTotals";

    @Metadata(
            label = "common",
            description = "Whether maxRecords left records out. The consumer sets it on the last exchange; on a "
                    + "stream it is not set while the number of records is not known.",
            javaType = "Boolean")
    public static final String TRUNCATED = "CamelCallRailTruncated";

    @Metadata(
            label = "producer",
            description =
                    "Accounts or companies that could not be read, by their ids and separated by commas, if a"
                            + " message asked for several. The exchange then fails, and its body has the records of the others.",
            javaType = "String")
    public static final String FAILED_SOURCES = "CamelCallRailFailedSources";

    @Metadata(
            label = "consumer",
            description = "Kind of an event that was received, such as post-call.",
            javaType = "String")
    public static final String EVENT = "CamelCallRailEvent";

    @Metadata(
            label = "consumer",
            description = "What has changed, in CallRail's words, separated by commas, such as note,tags. Only for the "
                    + "events call-modified and outbound-call-modified.",
            javaType = "String")
    public static final String CHANGED_FIELDS = "CamelCallRailChangedFields";

    @Metadata(label = "producer", description = "Number of bytes of a downloaded file.", javaType = "Long")
    public static final String CONTENT_LENGTH = "CamelCallRailContentLength";

    @Metadata(label = "producer", description = "Overrides option id.", javaType = "String")
    public static final String ID = "CamelCallRailId";

    @Metadata(label = "producer", description = "Overrides option mediaNumber.", javaType = "Integer")
    public static final String MEDIA_NUMBER = "CamelCallRailMediaNumber";

    @Metadata(label = "producer", description = "Overrides option mediaUrl.", javaType = "String")
    public static final String MEDIA_URL = "CamelCallRailMediaUrl";

    @Metadata(label = "producer", description = "Overrides option accountId.", javaType = "String")
    public static final String ACCOUNT_ID = "CamelCallRailAccountId";

    @Metadata(label = "producer", description = "Overrides option companyId.", javaType = "String")
    public static final String COMPANY_ID = "CamelCallRailCompanyId";

    @Metadata(label = "producer", description = "Overrides option userId.", javaType = "String")
    public static final String USER_ID = "CamelCallRailUserId";

    @Metadata(label = "producer", description = "Overrides option trackerId.", javaType = "String")
    public static final String TRACKER_ID = "CamelCallRailTrackerId";

    @Metadata(label = "producer", description = "Overrides option groupBy.", javaType = "String")
    public static final String GROUP_BY = "CamelCallRailGroupBy";

    @Metadata(label = "producer", description = "Overrides option interval.", javaType = "String")
    public static final String INTERVAL = "CamelCallRailInterval";

    @Metadata(label = "producer", description = "Overrides option fields.", javaType = "String")
    public static final String FIELDS = "CamelCallRailFields";

    @Metadata(label = "producer", description = "Overrides option search.", javaType = "String")
    public static final String SEARCH = "CamelCallRailSearch";

    @Metadata(label = "producer", description = "Overrides option sort.", javaType = "String")
    public static final String SORT = "CamelCallRailSort";

    @Metadata(label = "producer", description = "Overrides option order.", javaType = "String")
    public static final String ORDER = "CamelCallRailOrder";

    @Metadata(
            label = "producer",
            description = "Overrides option date. Replaces all date options of the endpoint.",
            javaType = "String")
    public static final String DATE = "CamelCallRailDate";

    @Metadata(
            label = "producer",
            description = "Overrides option daysBack. Replaces all date options of the endpoint.",
            javaType = "Integer")
    public static final String DAYS_BACK = "CamelCallRailDaysBack";

    @Metadata(
            label = "producer",
            description = "Overrides option startDate. Replaces all date options of the endpoint.",
            javaType = "String")
    public static final String START_DATE = "CamelCallRailStartDate";

    @Metadata(
            label = "producer",
            description = "Overrides option endDate. Replaces all date options of the endpoint.",
            javaType = "String")
    public static final String END_DATE = "CamelCallRailEndDate";

    @Metadata(
            label = "producer",
            description = "Overrides option startDaysBack. Replaces all date options of the endpoint.",
            javaType = "Integer")
    public static final String START_DAYS_BACK = "CamelCallRailStartDaysBack";

    @Metadata(
            label = "producer",
            description = "Overrides option endDaysBack. Replaces all date options of the endpoint.",
            javaType = "Integer")
    public static final String END_DAYS_BACK = "CamelCallRailEndDaysBack";

    @Metadata(
            label = "producer",
            description = "Overrides option dateRange. Replaces all date options of the endpoint.",
            javaType = "String")
    public static final String DATE_RANGE = "CamelCallRailDateRange";

    @Metadata(label = "producer", description = "Overrides option timeZone.", javaType = "String")
    public static final String TIME_ZONE = "CamelCallRailTimeZone";

    @Metadata(label = "producer", description = "Overrides option pageSize.", javaType = "Integer")
    public static final String PAGE_SIZE = "CamelCallRailPageSize";

    @Metadata(label = "producer", description = "Overrides option pagination.", javaType = "String")
    public static final String PAGINATION = "CamelCallRailPagination";

    @Metadata(label = "producer", description = "Overrides option maxRecords.", javaType = "Long")
    public static final String MAX_RECORDS = "CamelCallRailMaxRecords";

    @Metadata(
            label = "producer",
            description = "Filters by name, without prefix. Each overrides the filter of that name on the endpoint.",
            javaType = "Map<String, Object>")
    public static final String FILTERS = "CamelCallRailFilters";

    private CallRailConstants() {}
}
