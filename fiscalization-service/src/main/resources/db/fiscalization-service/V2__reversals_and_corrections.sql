-- Movements back, which compensate a movement out, and correction receipts, which replace what cannot be registered.

alter table movement
    -- The movement whose receipts this one's undo; null for a refund.
    add column compensates text,
    -- How often its receipts were begun: 1, and one more for each announcement after it had failed.
    add column tries       int not null default 1;

alter table receipt
    add column t1173_correction_type   text,
    add column t1178_correction_date   date,
    add column t1179_correction_number text,
    drop constraint receipt_state_check,
    add constraint receipt_state_check
        check (state in ('TO_REGISTER', 'WAITING', 'REGISTERED', 'FAILED', 'REPLACED')),
    add constraint receipt_operation_check
        check (t1054_operation in ('sell_refund', 'sell_refund_correction', 'sell')),
    add constraint receipt_correction_check
        check ((t1054_operation = 'sell_refund_correction') = (t1173_correction_type is not null)
            and (t1173_correction_type is null) = (t1178_correction_date is null)),
    -- A correction states the same lines as the receipt that it replaces, and so has its ordinal.
    drop constraint receipt_movement_id_ordinal_key,
    add constraint receipt_of_movement unique (movement_id, ordinal, t1054_operation);
