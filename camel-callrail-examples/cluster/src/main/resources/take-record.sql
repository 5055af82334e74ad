merge into records as taken
using (select cast(:#${header.CamelCallRailSourceAccountId} as varchar(64)) as account,
    cast(:#${header.CamelCallRailRecordId} as varchar(64)) as id) as sent
on taken.account = sent.account and taken.id = sent.id
when matched then update set times = taken.times + 1
when not matched then insert (account, id, report, node, times)
    values (sent.account, sent.id, :#${fromRouteId}, :#${camelContext.name}, 1)
