-- Belongs to module messaging. A service adds classpath:db/messaging to its Flyway locations; versions below 1 are
-- messaging's, versions from 1 on the service's own.

-- Which events were handled. A reader names one reading of the events, since two may share a database.
create table inbox (
    reader      text        not null,
    source      text        not null,
    event_id    text        not null,
    received_at timestamptz not null default now(),
    primary key (reader, source, event_id)
);

-- Rows only ever come at the end, so a few bytes a page find the old ones.
create index inbox_received_at on inbox using brin (received_at);

-- Events that are committed and not yet known to be in Kafka. The relay deletes a row when Kafka has the event.
create table outbox (
    position   bigint      generated always as identity primary key,
    topic      text        not null,
    record_key text        not null,
    headers    json        not null,
    body       bytea       not null,
    created_at timestamptz not null default now()
);

-- The table is a queue: nearly always empty, with every row short-lived.
alter table outbox set (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0, fillfactor = 100);
