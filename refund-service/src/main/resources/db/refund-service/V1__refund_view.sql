-- The projection of refund.update.v1. Widths are those of the specs, so that nothing a spec accepts is refused here.
create table refund_view (
    order_id      varchar(64)   not null,
    refund_id     varchar(64)   not null,
    country       varchar(2)    not null,
    currency      varchar(3)    not null,
    status        varchar(32)   not null,
    amount_minor  bigint        not null,
    code          varchar(64),
    reason        varchar(2000),
    requested_at  timestamptz   not null,
    updated_at    timestamptz   not null,
    primary key (order_id, refund_id)
);

create index refund_view_by_request on refund_view (requested_at, order_id, refund_id);
create index refund_view_by_status on refund_view (status, requested_at, order_id, refund_id);

-- How far the projection has read, in the same transaction as the rows: exactly once, and rebuilt by deleting both.
create table projection_offset (
    partition    integer primary key,
    next_offset  bigint  not null
);
