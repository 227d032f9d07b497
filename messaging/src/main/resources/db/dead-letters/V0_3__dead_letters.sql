-- Belongs to module messaging. A service that keeps its dead letters adds classpath:db/dead-letters to its Flyway
-- locations. Whatever comes from a record is bytea or cleaned text, so that no letter can be refused.

-- Every dead letter of the service, once for the record that it is of, however often that failed.
create table dead_letter (
    -- where the record stood: topic-partition-offset
    id               text        primary key,
    number           bigint      generated always as identity unique,
    state            text        not null default 'waiting',
    attempt          integer     not null,
    origin_topic     text        not null,
    origin_partition integer     not null,
    origin_offset    bigint      not null,
    origin_timestamp bigint      not null,
    cause            text        not null,
    message          text        not null,
    event_type       text,
    event_id         text,
    -- the key, if it is text
    order_id         text,
    record_key       bytea,
    headers          bytea       not null,
    value            bytea,
    first_failed_at  timestamptz not null,
    last_failed_at   timestamptz not null
);

create index dead_letter_waiting on dead_letter (cause, number) where state = 'waiting';
create index dead_letter_by_order on dead_letter (order_id, number);

-- How far the dead letters' topic was read, in the same transaction as the rows: each letter counts once.
create table dead_letter_offset (
    partition   integer primary key,
    next_offset bigint  not null
);

-- Who decided what about which letter. Rows are only ever added.
create table dead_letter_decision (
    number     bigint      generated always as identity primary key,
    letter_id  text        not null references dead_letter (id),
    attempt    integer     not null,
    action     text        not null,
    operator   text        not null,
    reason     text        not null,
    not_before timestamptz,
    -- the request's Idempotency-Key, if it had one
    request    text,
    decided_at timestamptz not null
);

create index dead_letter_decision_of_letter on dead_letter_decision (letter_id, number);
create index dead_letter_decision_of_request on dead_letter_decision (operator, request) where request is not null;

-- Orders of which something waits, for each reading of events.
create table parked_order (
    reader    text        not null,
    order_id  text        not null,
    -- the dead letter about which has to be decided; null: the first event may go on when it is due
    waits_for text,
    due_at    timestamptz not null default now(),
    parked_at timestamptz not null default now(),
    events    integer     not null default 0,
    primary key (reader, order_id)
);

create index parked_order_due on parked_order (reader, due_at) where waits_for is null;

-- What waits, in the order of its positions. Without headers it stands for a dead letter that nobody has decided about.
create table parked_event (
    position         bigint      generated always as identity primary key,
    reader           text        not null,
    order_id         text        not null,
    letter_id        text        not null,
    attempt          integer     not null,
    seen             boolean     not null,
    not_before       timestamptz,
    origin_topic     text        not null,
    origin_partition integer     not null,
    origin_offset    bigint      not null,
    origin_timestamp bigint      not null,
    record_key       bytea,
    headers          bytea,
    value            bytea,
    unique (reader, letter_id)
);

create index parked_event_of_order on parked_event (reader, order_id, position);
