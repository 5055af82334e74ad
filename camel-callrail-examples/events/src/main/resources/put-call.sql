with event as (delete from call_events where id = :#id returning received_at)
insert into calls (id, start_time, duration, answered, source, lead_status, note, written_at)
values (:#id, cast(:#start_time as timestamptz), :#duration, :#answered, :#source, :#lead_status, :#note,
    clock_timestamp())
on conflict (id) do update set start_time = excluded.start_time, duration = excluded.duration,
    answered = excluded.answered, source = excluded.source, lead_status = excluded.lead_status, note = excluded.note,
    written_at = excluded.written_at
returning coalesce((select round(extract(epoch from written_at - received_at), 2) from event) || ' s after its event',
    'found by a poll')
