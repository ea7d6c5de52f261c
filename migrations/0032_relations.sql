-- How cases hang together. A relation stands once and is read from both sides.
CREATE TABLE case_relation (
    company_id int NOT NULL,
    -- The child, the duplicate, the one merged away, the one split off; of two related ones the lower number.
    number int NOT NULL,
    kind text NOT NULL CHECK (kind IN ('child', 'duplicate', 'related', 'merged', 'split')),
    -- The parent, the original, the one it was merged into or split from, the other.
    other int NOT NULL,
    PRIMARY KEY (company_id, number, kind, other),
    FOREIGN KEY (company_id, number) REFERENCES cases ON DELETE CASCADE,
    FOREIGN KEY (company_id, other) REFERENCES cases ON DELETE CASCADE,
    CHECK (number <> other),
    CHECK (kind <> 'related' OR number < other)
);
CREATE INDEX case_relation_other ON case_relation (company_id, other);
-- A case has one parent, and is merged into one.
CREATE UNIQUE INDEX case_relation_parent ON case_relation (company_id, number) WHERE kind = 'child';
CREATE UNIQUE INDEX case_relation_merged ON case_relation (company_id, number) WHERE kind = 'merged';

ALTER TABLE case_relation ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON case_relation USING (company_id = current_company());
GRANT SELECT, INSERT, DELETE ON case_relation TO arende_app;
