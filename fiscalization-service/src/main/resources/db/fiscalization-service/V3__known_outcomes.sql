-- What the service's own topic says became of movements: read when the ledger is lost, or restored from a backup, so that
-- a movement that is read again is known to be finished. Empty while that has not happened.
create table known_outcome (
    movement_id text primary key,
    event_id    text        not null,
    event_type  text        not null,
    event       bytea       not null,
    told_at     timestamptz not null
);
