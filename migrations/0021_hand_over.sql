-- Who is made inactive while their cases are handed over comes back when that is taken back.

ALTER TABLE person
    -- The bulk change (case_event.batch_id) that made them inactive; null once anything else has decided that.
    ADD COLUMN inactive_by_batch bigint;
