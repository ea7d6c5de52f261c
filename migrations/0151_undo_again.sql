-- An undo may be repeated for what it had to leave, and an import that a later one stood on may be undone after it.

ALTER TABLE import_row
    -- The version that the row found before it changed anything.
    ADD COLUMN found_version int,
    -- Looked at by the undo and left: changed or used since.
    ADD COLUMN is_left boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN import_row.undone IS 'True once it is taken back; the version is then the one after that.';
