-- What the archive needs of each refund: its last update, where that stands in the log and when the log got it, and when
-- its order was archived, null again with the next update. Rows from before are archived after their next update.
alter table refund_view
    add column update_id     varchar(128),
    add column update_offset bigint,
    add column recorded_at   timestamptz,
    add column archived_at   timestamptz;

-- What is at its end and not archived, the longest at rest first.
create index refund_view_to_archive on refund_view (recorded_at)
    where archived_at is null and status in ('completed', 'rejected', 'cancelled', 'reversed');
