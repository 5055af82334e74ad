merge into calls as taken
using (select cast(:#id as varchar) as id, cast(:#start_time as timestamp with time zone) as start_time) as sent
on taken.id = sent.id
when matched then update set times = taken.times + 1
when not matched then insert (id, start_time, node, times) values (sent.id, sent.start_time, :#${camelContext.name}, 1)
