insert into call_events (id, received_at)
values (:#${header.CamelCallRailRecordId}, to_timestamp(:#${header.CamelMessageTimestamp} / 1000.0))
on conflict (id) do update set received_at = excluded.received_at
