-- The ledger of receipts. Columns named tNNNN_ hold the tag NNNN of the fiscal data format (FFD).
-- Texts have no length here: the event specs and the readers of ATOL's answers bound them.

create table movement (
    movement_id    text primary key,
    order_id       text        not null,
    refund_id      text        not null,
    country        text        not null,
    currency       text        not null,
    amount_minor   bigint      not null,
    state          text        not null check (state in ('PENDING', 'REGISTERED', 'FAILED', 'NOT_REQUIRED')),
    traceparent    text,
    cause_event_id text        not null,
    announced_at   timestamptz not null,
    received_at    timestamptz not null default now(),
    finished_at    timestamptz,
    failure_code   text,
    failure_reason text
);
create index movement_of_refund on movement (order_id, refund_id);

create sequence receipt_id_seq;

create table receipt (
    receipt_id              bigint primary key default nextval('receipt_id_seq'),
    movement_id             text        not null references movement,
    ordinal                 int         not null,
    state                   text        not null check (state in ('TO_REGISTER', 'WAITING', 'REGISTERED', 'FAILED')),
    -- When it is to be sent, or its report to be asked for. A claim moves it on by the lease, so that the work of an
    -- instance that died becomes due again by itself.
    due_at                  timestamptz not null,
    external_id             text        not null unique,
    registration            int         not null default 1,
    service_failures        int         not null default 0,
    register_refusals       int         not null default 0,
    queue_timeouts          int         not null default 0,
    unanswered              int         not null default 0,
    polls                   int         not null default 0,
    uuid                    text,
    group_code              text        not null,
    t1054_operation         text        not null,
    t1055_tax_system        text        not null,
    t1008_client            text        not null,
    t1018_inn               text        not null,
    t1187_place             text        not null,
    t1125_internet          boolean     not null,
    t1020_total_minor       bigint      not null,
    t1081_cashless_minor    bigint      not null,
    shop_email              text        not null,
    fiscal_receipt_number   bigint,
    t1040_document_number   bigint,
    t1077_document_attribute bigint,
    t1041_fiscal_storage    text,
    shift_number            bigint,
    ecr_registration_number text,
    registered_at           timestamptz,
    ofd_receipt_url         text,
    failure_code            text,
    failure_reason          text,
    unique (movement_id, ordinal)
);
create index receipt_to_register on receipt (due_at) where state = 'TO_REGISTER';
create index receipt_waiting on receipt (due_at) where state = 'WAITING';

create table receipt_item (
    receipt_id           bigint not null references receipt,
    position             int    not null,
    name                 text   not null,
    price_minor          bigint not null,
    quantity             bigint not null,
    sum_minor            bigint not null,
    t1214_payment_method text   not null,
    t1212_payment_object int    not null,
    t1199_vat_rate       text   not null,
    t1200_vat_minor      bigint not null,
    mark_code            text,
    primary key (receipt_id, position)
);

-- Written with the claim, before anything is sent: after a crash it says what may have reached ATOL Online.
create table attempt (
    attempt_id   bigint generated always as identity primary key,
    receipt_id   bigint      not null references receipt,
    registration int         not null,
    external_id  text        not null,
    claimed_at   timestamptz not null default now()
);
create index attempt_of_receipt on attempt (receipt_id);

-- Every uuid under which ATOL Online accepted a receipt, the replaced ones too: they may be reported late.
create table registration (
    uuid         text primary key,
    receipt_id   bigint      not null references receipt,
    registration int         not null,
    accepted_at  timestamptz not null default now()
);

create table answer (
    answer_id    bigint generated always as identity primary key,
    receipt_id   bigint      not null references receipt,
    registration int         not null,
    source       text        not null check (source in ('REGISTER', 'REPORT', 'CALLBACK')),
    kind         text        not null,
    decision     text        not null,
    reason       text,
    uuid         text,
    error_id     text,
    error_code   int,
    error_type   text,
    body         text,
    received_at  timestamptz not null default now()
);
create index answer_of_receipt on answer (receipt_id);

-- Callbacks that came before the answer to the registration was stored, so that their uuid cannot be trusted yet.
create table early_callback (
    receipt_id  bigint      not null references receipt,
    uuid        text        not null,
    body        text        not null,
    received_at timestamptz not null default now(),
    primary key (receipt_id, uuid)
);

-- When the next report may be asked for, for all instances together.
create table cash_register (
    group_code     text primary key,
    next_report_at timestamptz not null default now()
);
