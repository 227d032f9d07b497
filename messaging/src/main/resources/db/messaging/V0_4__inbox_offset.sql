-- How far each reading has come, in the transaction of its work. A database that is lost or restored from a backup is
-- told by it from one that is not: the offsets that Kafka keeps do not go back with the database.
create table inbox_offset (
    reader      text    not null,
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    -- What lies before was read by the database that is lost: it may have been worked on. 0 if none was.
    lost_until  bigint  not null default 0,
    primary key (reader, topic, partition)
);
