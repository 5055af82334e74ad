package io.github.camelcallrail;

import org.apache.camel.spi.Metadata;

/**
 * Names of the headers. Those of the first group are set by the consumer and the producer and never read; those of the second
 * are read by the producer, each in place of the endpoint option of its name.
 */
public final class CallRailConstants {

    @Metadata(label = "common", description = "Name of the report that the body comes from.", javaType = "String")
    public static final String REPORT = "CamelCallRailReport";

    @Metadata(
            label = "common",
            description = "Id of the account that was read. Not set for the list of accounts.",
            javaType = "String")
    public static final String SOURCE_ACCOUNT_ID = "CamelCallRailSourceAccountId";

    @Metadata(
            label = "common",
            description = "Id of the company that the report was narrowed to. Not set when it was not.",
            javaType = "String")
    public static final String SOURCE_COMPANY_ID = "CamelCallRailSourceCompanyId";

    @Metadata(
            label = "consumer",
            description = "Id of the record. Not set for rows of summaries, which have none, and for lists.",
            javaType = "String")
    public static final String RECORD_ID = "CamelCallRailRecordId";

    @Metadata(
            label = "common",
            description = "First moment that the report covers, ISO-8601 with offset. Only for dated reports.",
            javaType = "String")
    public static final String WINDOW_START = "CamelCallRailWindowStart";

    @Metadata(
            label = "common",
            description = "Last moment that the report covers, to the second, ISO-8601 with offset. Only "
                    + "for dated reports.",
            javaType = "String")
    public static final String WINDOW_END = "CamelCallRailWindowEnd";

    @Metadata(
            label = "common",
            description = "IANA time zone of the days of the report. Only for dated reports.",
            javaType = "String")
    public static final String WINDOW_ZONE = "CamelCallRailWindowZone";

    @Metadata(
            label = "consumer",
            description = "Number of the page that the exchange comes from, the first being 1.",
            javaType = "Integer")
    public static final String PAGE = "CamelCallRailPage";

    @Metadata(
            label = "consumer",
            description = "Position of the record in the whole report, the first being 0; of a page, that "
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
            description =
                    "Why an incremental consumer sends the record: CREATED when it was not sent before, as far back as the "
                            + "look-back reaches, UPDATED when it was and has changed. Only with incremental=true.",
            javaType = "String",
            enums = "CREATED,UPDATED")
    public static final String CHANGE = "CamelCallRailChange";

    @Metadata(
            label = "consumer",
            description =
                    "True when an incremental consumer was away for so long that CallRail no longer keeps all it missed, so "
                            + "that it starts where CallRail's records start. Only set then.",
            javaType = "Boolean")
    public static final String WINDOW_CLAMPED = "CamelCallRailWindowClamped";

    @Metadata(
            label = "common",
            description = "How many records CallRail counts in the report. Not set when it does not say.",
            javaType = "Long")
    public static final String TOTAL_RECORDS = "CamelCallRailTotalRecords";

    @Metadata(
            label = "common",
            description = "Totals of a summary or time series, by metric.",
            javaType = "Map<String, Object>")
    public static final String TOTALS = "CamelCallRailTotals";

    @Metadata(
            label = "common",
            description = "Whether maxRecords left records behind. The consumer sets it on the last exchange; on a "
                    + "stream it is not set while CallRail has not said how many there are.",
            javaType = "Boolean")
    public static final String TRUNCATED = "CamelCallRailTruncated";

    @Metadata(label = "producer", description = "In place of the option accountId.", javaType = "String")
    public static final String ACCOUNT_ID = "CamelCallRailAccountId";

    @Metadata(label = "producer", description = "In place of the option companyId.", javaType = "String")
    public static final String COMPANY_ID = "CamelCallRailCompanyId";

    @Metadata(label = "producer", description = "In place of the option userId.", javaType = "String")
    public static final String USER_ID = "CamelCallRailUserId";

    @Metadata(label = "producer", description = "In place of the option trackerId.", javaType = "String")
    public static final String TRACKER_ID = "CamelCallRailTrackerId";

    @Metadata(label = "producer", description = "In place of the option groupBy.", javaType = "String")
    public static final String GROUP_BY = "CamelCallRailGroupBy";

    @Metadata(label = "producer", description = "In place of the option interval.", javaType = "String")
    public static final String INTERVAL = "CamelCallRailInterval";

    @Metadata(label = "producer", description = "In place of the option fields.", javaType = "String")
    public static final String FIELDS = "CamelCallRailFields";

    @Metadata(label = "producer", description = "In place of the option search.", javaType = "String")
    public static final String SEARCH = "CamelCallRailSearch";

    @Metadata(label = "producer", description = "In place of the option sort.", javaType = "String")
    public static final String SORT = "CamelCallRailSort";

    @Metadata(label = "producer", description = "In place of the option order.", javaType = "String")
    public static final String ORDER = "CamelCallRailOrder";

    @Metadata(
            label = "producer",
            description = "In place of the option date. Replaces all date options of the endpoint.",
            javaType = "String")
    public static final String DATE = "CamelCallRailDate";

    @Metadata(
            label = "producer",
            description = "In place of the option daysBack. Replaces all date options of the endpoint.",
            javaType = "Integer")
    public static final String DAYS_BACK = "CamelCallRailDaysBack";

    @Metadata(
            label = "producer",
            description = "In place of the option startDate. Replaces all date options of the endpoint.",
            javaType = "String")
    public static final String START_DATE = "CamelCallRailStartDate";

    @Metadata(
            label = "producer",
            description = "In place of the option endDate. Replaces all date options of the endpoint.",
            javaType = "String")
    public static final String END_DATE = "CamelCallRailEndDate";

    @Metadata(
            label = "producer",
            description = "In place of the option startDaysBack. Replaces all date options of the endpoint.",
            javaType = "Integer")
    public static final String START_DAYS_BACK = "CamelCallRailStartDaysBack";

    @Metadata(
            label = "producer",
            description = "In place of the option endDaysBack. Replaces all date options of the endpoint.",
            javaType = "Integer")
    public static final String END_DAYS_BACK = "CamelCallRailEndDaysBack";

    @Metadata(
            label = "producer",
            description = "In place of the option dateRange. Replaces all date options of the endpoint.",
            javaType = "String")
    public static final String DATE_RANGE = "CamelCallRailDateRange";

    @Metadata(label = "producer", description = "In place of the option timeZone.", javaType = "String")
    public static final String TIME_ZONE = "CamelCallRailTimeZone";

    @Metadata(label = "producer", description = "In place of the option pageSize.", javaType = "Integer")
    public static final String PAGE_SIZE = "CamelCallRailPageSize";

    @Metadata(label = "producer", description = "In place of the option pagination.", javaType = "String")
    public static final String PAGINATION = "CamelCallRailPagination";

    @Metadata(label = "producer", description = "In place of the option maxRecords.", javaType = "Long")
    public static final String MAX_RECORDS = "CamelCallRailMaxRecords";

    @Metadata(
            label = "producer",
            description = "Filters by name, without prefix, each in place of the endpoint's filter of that name.",
            javaType = "Map<String, Object>")
    public static final String FILTERS = "CamelCallRailFilters";

    private CallRailConstants() {}
}
