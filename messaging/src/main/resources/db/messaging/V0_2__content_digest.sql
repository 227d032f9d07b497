-- SHA-256 of the event's content, so that an id that comes again with another content is told from a repetition.
-- Null for events that were handled before this column was there: those cannot be told apart.
alter table inbox add column content_digest bytea;
