'use strict'

/**
 * What people search for in words that the pages do not use, and where it leads first: a page, a section, or the row of
 * a table. `says` is for what these pages have nothing about: the answer is shown in place of the section's text.
 * The build fails when a target is gone or a search for a term does not find it first.
 */
module.exports = [
    // What the sink gets
    {
        terms: [
            'duplicate', 'duplicates', 'dedupe', 'deduplicate',
            'deduplication', 'idempotent', 'exactly once', 'upsert',
        ],
        leadsTo: 'delivery.adoc#sink',
    },
    {
        terms: ['cursor', 'bookmark', 'watermark', 'offset storage', 'where is the state'],
        leadsTo: 'delivery.adoc#state',
    },
    {
        terms: ['reset', 'start over', 'start afresh', 'start again', 'from scratch', 'reload', 'full refresh'],
        leadsTo: 'delivery.adoc#_changing_a_route',
    },
    {
        terms: ['deleted', 'deletions', 'deleted calls', 'soft delete', 'spam', 'tombstone'],
        leadsTo: 'delivery.adoc#_what_is_not_promised',
    },
    {
        terms: ['late edits', 'edited calls', 'modified since', 'updated since'],
        leadsTo: 'delivery.adoc#_how_far_to_look_back',
    },
    { terms: ['history', 'historical', 'backfill', 'two years', 'old calls'], leadsTo: 'recipes.adoc#backfill' },

    // Sinks
    { terms: ['warehouse', 'redshift', 'databricks', 'data lake'], leadsTo: 'warehouse-sinks.adoc' },
    { terms: ['mysql', 'mariadb'], leadsTo: 'warehouse-sinks.adoc#mysql' },
    { terms: ['bigquery', 'google cloud storage', 'gcs'], leadsTo: 'warehouse-sinks.adoc#bigquery' },
    { terms: ['snowflake'], leadsTo: 'warehouse-sinks.adoc#snowflake' },
    { terms: ['batch insert', 'bulk insert', 'batch'], leadsTo: 'warehouse-sinks.adoc#postgresql' },
    { terms: ['s3', 'bucket', 'parquet'], leadsTo: 'warehouse-sinks.adoc#staged-files' },
    { terms: ['postgres', 'ddl', 'create table'], leadsTo: 'create-a-table.adoc' },
    { terms: ['excel', 'spreadsheet', 'csv', 'google sheets'], leadsTo: 'recipes.adoc#csv' },
    { terms: ['slack', 'teams', 'chat', 'alert on missed calls'], leadsTo: 'recipes.adoc#missed-calls' },
    { terms: ['crm', 'hubspot', 'salesforce'], leadsTo: 'recipes.adoc#forms' },

    // Running it
    { terms: ['docker', 'dockerfile', 'container', 'podman'], leadsTo: 'deployment.adoc#docker' },
    { terms: ['kubernetes', 'k8s', 'helm', 'openshift', 'kubectl'], leadsTo: 'deployment.adoc#kubernetes' },
    { terms: ['systemd', 'service', 'daemon', 'linux service'], leadsTo: 'deployment.adoc#systemd' },
    { terms: ['upgrade', 'upgrading', 'new version', 'update version'], leadsTo: 'deployment.adoc#upgrade' },
    { terms: ['high availability', 'failover', 'replicas', 'two pods'], leadsTo: 'deployment.adoc#replicas' },
    { terms: ['polling interval', 'how often', 'every minute'], leadsTo: 'component.adoc#row-delay' },
    { terms: ['health', 'liveness', 'readiness', 'probe'], leadsTo: 'deployment.adoc#health' },
    { terms: ['behind', 'lag', 'is it behind', 'stuck', 'delayed'], leadsTo: 'monitoring.adoc#_micrometer' },
    { terms: ['prometheus', 'metrics'], leadsTo: 'monitoring.adoc#_micrometer' },
    {
        terms: ['grafana', 'datadog', 'new relic'],
        leadsTo: 'monitoring.adoc#_micrometer',
        says: 'There is no ready panel. The meters in this table are what one shows.',
    },
    { terms: ['graalvm', 'native image'], leadsTo: 'quarkus.adoc#_native' },

    // What goes wrong
    { terms: ['401', 'wrong key', 'invalid key', 'unauthorized'], leadsTo: 'errors.adoc#row-UNAUTHORIZED' },
    { terms: ['403', 'permission denied'], leadsTo: 'errors.adoc#row-FORBIDDEN' },
    { terms: ['404'], leadsTo: 'errors.adoc#row-NOT_FOUND' },
    { terms: ['429', 'too many requests', 'rate limit', 'rate limited', 'throttled'], leadsTo: 'quota.adoc#refused' },
    { terms: ['500', '502', '503'], leadsTo: 'errors.adoc#row-UNAVAILABLE' },
    { terms: ['timeout', 'connection refused', 'unknownhostexception'], leadsTo: 'errors.adoc#row-NETWORK' },
    { terms: ['daylight saving', 'dst', 'summer time', 'clock change'], leadsTo: 'dates.adoc#_at_the_edges' },
    { terms: ['time zones', 'utc'], leadsTo: 'dates.adoc#zone' },

    // Reports
    { terms: ['text messages', 'texts', 'sms', 'text conversations'], leadsTo: 'report-conversations.adoc' },
    { terms: ['custom fields', 'custom field'], leadsTo: 'report-calls.adoc#row-custom' },
    { terms: ['transcript', 'transcripts'], leadsTo: 'report-calls.adoc#row-transcription' },
    { terms: ['mp3', 'audio', 'recordings', 'download recording', 'mms'], leadsTo: 'files.adoc' },
    { terms: ['page views'], leadsTo: 'report-page-views.adoc' },
    { terms: ['timeline', 'lead timeline'], leadsTo: 'report-lead-timeline.adoc' },
    { terms: ['by id', 'single record', 'one call'], leadsTo: 'single-records.adoc' },

    // Events
    {
        terms: ['webhook', 'webhooks', 'real time', 'realtime', 'push', 'event', 'instant', 'callback url'],
        leadsTo: 'events.adoc',
    },
    {
        terms: ['signature', 'hmac', 'signing secret', 'signing key', 'sha1', 'verify signature'],
        leadsTo: 'events.adoc#signature',
    },
    { terms: ['refresh', 'hybrid', 'read at once', 'one stream'], leadsTo: 'one-stream.adoc' },
    { terms: ['register webhook', 'auto register'], leadsTo: 'events.adoc#registration' },
    { terms: ['reverse proxy', 'nginx', 'tls termination'], leadsTo: 'operate-events.adoc#proxy' },
    { terms: ['ingress'], leadsTo: 'operate-events.adoc#kubernetes' },
    { terms: ['tunnel', 'ngrok', 'localhost'], leadsTo: 'events.adoc#try' },
    { terms: ['voicemail', 'voicemails'], leadsTo: 'recipes.adoc#voicemail' },

    // People, the project, and others
    {
        terms: ['gdpr', 'pii', 'privacy', 'personal data', 'hipaa', 'ccpa', 'anonymize', 'anonymous'],
        leadsTo: 'security.adoc#_people',
    },
    { terms: ['rotate key', 'change key', 'vault', 'secret'], leadsTo: 'security.adoc#key' },
    {
        terms: ['airbyte', 'fivetran', 'singer', 'meltano', 'posthog', 'stitch', 'comparison', 'alternatives'],
        leadsTo: 'comparison.adoc',
    },
    { terms: ['license', 'licence', 'price', 'pricing', 'free'], leadsTo: 'comparison.adoc#_cost' },
    { terms: ['production ready', 'real callrail', 'is it tested'], leadsTo: 'testing.adoc#what-it-is-not' },
    {
        terms: ['write', 'write back', 'update a call', 'create a call', 'send sms', 'add tag'],
        leadsTo: 'comparison.adoc#lacks',
        says: 'This component only reads; all it changes in CallRail is where events are sent.',
    },
    {
        terms: ['maven central', 'release', 'download'],
        leadsTo: 'getting-started.adoc#_1_put_the_component_into_your_maven_repository',
        says: 'There is no release yet: build it, as this section shows.',
    },
]
