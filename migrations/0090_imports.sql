-- Imports: a file's rows as they were read, what became of each, and where imported cases came from.

CREATE TABLE import (
    company_id int NOT NULL REFERENCES company,
    -- 1, 2, 3 … in its company.
    id int NOT NULL CHECK (id > 0),
    kind text NOT NULL CHECK (kind IN ('customers', 'employees', 'cases')),
    file_name text NOT NULL,
    state text NOT NULL CHECK (state IN ('ready', 'running', 'done', 'undoing', 'undone')),
    headings jsonb NOT NULL,
    -- domain::imports::Mapping and Tally.
    mapping jsonb NOT NULL,
    tally jsonb NOT NULL,
    rows int NOT NULL,
    made_by int NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    -- When the server last wrote some of its rows: a long silence means that it was stopped.
    moved_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, made_by) REFERENCES person
);

CREATE TABLE import_row (
    company_id int NOT NULL,
    import_id int NOT NULL,
    -- As a spreadsheet counts; the heading is the first.
    line int NOT NULL,
    cells jsonb NOT NULL,
    -- Null: not written yet.
    outcome text CHECK (outcome IN ('created', 'changed', 'unchanged', 'kept', 'refused')),
    -- domain::problem::FieldError, a list: why it is refused.
    errors jsonb,
    -- What it became: a customer's, an employee's or a case's number, and its version then.
    target int,
    version int,
    -- What stood there before, to be brought back.
    before jsonb,
    -- True once the undo has looked at it.
    undone boolean NOT NULL DEFAULT false,
    PRIMARY KEY (company_id, import_id, line),
    FOREIGN KEY (company_id, import_id) REFERENCES import ON DELETE CASCADE
);
CREATE INDEX import_row_refused ON import_row (company_id, import_id, line) WHERE outcome = 'refused';

-- Where a case came from: by this it is found when the same system's file comes again.
CREATE TABLE case_source (
    company_id int NOT NULL,
    source text NOT NULL,
    source_number text NOT NULL,
    number int NOT NULL,
    -- The case's version after the import: a higher one means that somebody has worked on it.
    version int NOT NULL,
    PRIMARY KEY (company_id, source, source_number),
    FOREIGN KEY (company_id, number) REFERENCES cases ON DELETE CASCADE
);
CREATE INDEX case_source_number ON case_source (company_id, number);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['import', 'import_row', 'case_source'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY own_company ON %I USING (company_id = current_company())', t);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON import, import_row TO arende_app;
GRANT SELECT, INSERT, UPDATE ON case_source TO arende_app;
