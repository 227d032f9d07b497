-- The delivery log: one row for a refund and status, one message for a row.
CREATE TABLE delivery (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id       varchar(64)   NOT NULL,
    refund_id      varchar(64)   NOT NULL,
    status         varchar(32)   NOT NULL,
    country        varchar(2)    NOT NULL,
    state          varchar(16)   NOT NULL CHECK (state IN ('waiting', 'told', 'given-up')),
    -- The channel it waits for, or ended on; null when no channel reached the customer from the start.
    channel        varchar(8),
    -- Attempts on that channel that were answered, or of which nobody knows the answer because the sender died.
    attempts       integer       NOT NULL DEFAULT 0,
    -- The event that asked for the message, with the customer's addresses. Only while the delivery waits.
    event_id       varchar(128)  NOT NULL,
    event_type     varchar(128)  NOT NULL,
    event          bytea,
    traceparent    varchar(64),
    received_at    timestamptz   NOT NULL DEFAULT now(),
    -- When it may be sent next. While it is claimed: when the claim lapses, because its sender must have died.
    due_at         timestamptz   NOT NULL DEFAULT now(),
    claim          uuid,
    settled_at     timestamptz,
    language       varchar(8),
    -- Masked: support recognises it, nobody can write to it.
    recipient      varchar(300),
    message_id     varchar(255),
    reason         varchar(2000),
    CONSTRAINT one_message_a_refund_and_status UNIQUE (order_id, refund_id, status),
    CONSTRAINT personal_data_only_while_waiting CHECK ((state = 'waiting') = (event IS NOT NULL)),
    CONSTRAINT waiting_for_a_channel CHECK (state <> 'waiting' OR channel IS NOT NULL)
);

CREATE INDEX delivery_due ON delivery (channel, due_at, id) WHERE state = 'waiting';
CREATE INDEX delivery_overdue ON delivery (received_at) WHERE state = 'waiting';
CREATE INDEX delivery_settled ON delivery (settled_at) WHERE state <> 'waiting';

-- Every answer of every provider.
CREATE TABLE delivery_attempt (
    delivery_id    bigint        NOT NULL REFERENCES delivery ON DELETE CASCADE,
    channel        varchar(8)    NOT NULL,
    attempt        integer       NOT NULL,
    answered_at    timestamptz   NOT NULL,
    answer         varchar(16)   NOT NULL,
    text           varchar(500)  NOT NULL,
    PRIMARY KEY (delivery_id, channel, attempt)
);
