-- A file that somebody took away can be put back for a while: it is nobody's to see, and its bytes
-- stay. After that row and bytes go for good.
ALTER TABLE case_file ADD COLUMN removed_at timestamptz;
CREATE INDEX case_file_removed ON case_file (company_id, removed_at) WHERE removed_at IS NOT NULL;
-- Nothing else of a file is ever rewritten.
GRANT UPDATE (removed_at) ON case_file TO arende_app;
