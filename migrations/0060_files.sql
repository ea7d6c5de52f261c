-- Files on cases and comments. The bytes lie in the data folder or in S3 under a name of our own;
-- nothing that people called a file is ever part of a path.
CREATE TABLE case_file (
    company_id int NOT NULL,
    number int NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    -- The comment it came with; null: it belongs to the case itself.
    comment_id bigint,
    added_by int NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now(),
    -- True: the customer sees it.
    external boolean NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    -- By its first bytes, never by its name.
    media text NOT NULL,
    size bigint NOT NULL CHECK (size >= 0),
    -- Where the bytes are; the previews lie beside it.
    place text NOT NULL CHECK (place <> ''),
    has_preview boolean NOT NULL,
    PRIMARY KEY (company_id, number, id),
    -- A row's bytes are nobody else's; what lies there without a row is swept away.
    UNIQUE (company_id, place),
    FOREIGN KEY (company_id, number) REFERENCES cases ON DELETE CASCADE,
    FOREIGN KEY (company_id, number, comment_id) REFERENCES case_comment,
    FOREIGN KEY (company_id, added_by) REFERENCES person
);
CREATE INDEX case_file_comment ON case_file (company_id, number, comment_id) WHERE comment_id IS NOT NULL;
ALTER TABLE case_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON case_file USING (company_id = current_company());
-- Added and removed, never rewritten.
GRANT SELECT, INSERT, DELETE ON case_file TO arende_app;

-- A case and those merged into it, also by way of others: what is said about them is shown as one.
CREATE FUNCTION case_and_merged(of_company int, of_case int) RETURNS SETOF int
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH RECURSIVE merged AS (
        SELECT of_case AS number
        UNION
        SELECT r.number FROM merged m
        JOIN case_relation r ON r.company_id = of_company AND r.other = m.number AND r.kind = 'merged'
    )
    SELECT number FROM merged
$$;
