-- What waits for an operator: few rows, counted every some seconds and searched by code.
create index refund_view_on_hold on refund_view (code, requested_at, order_id, refund_id) where status = 'on-hold';
