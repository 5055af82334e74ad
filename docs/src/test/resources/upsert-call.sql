insert into calls (id, start_time, direction, answered, duration,
                   customer_phone_number, lead_status, value, note)
values (:#id, cast(:#start_time as timestamptz), :#direction, :#answered, :#duration,
        :#customer_phone_number, :#lead_status, cast(:#value as numeric), :#note)
on conflict (id) do update set
  start_time            = excluded.start_time,
  direction             = excluded.direction,
  answered              = excluded.answered,
  duration              = excluded.duration,
  customer_phone_number = excluded.customer_phone_number,
  lead_status           = excluded.lead_status,
  value                 = excluded.value,
  note                  = excluded.note
