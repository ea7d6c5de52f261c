-- Who is made responsible for one case by somebody else is told of it; of many at once, the list's marks tell.
ALTER TABLE notification DROP CONSTRAINT notification_kind_check;
ALTER TABLE notification ADD CONSTRAINT notification_kind_check
    CHECK (kind IN ('mention', 'comment', 'change', 'assigned'));
