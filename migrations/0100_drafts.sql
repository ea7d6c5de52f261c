-- What somebody has begun to write and not sent: on any device of theirs, as long as it takes.
CREATE TABLE draft (
    company_id int NOT NULL,
    person_id int NOT NULL,
    -- Which form: `kommentar.2411`, `nytt.`.
    place text NOT NULL CHECK (length(place) BETWEEN 1 AND 100),
    -- As the form reads it.
    content text NOT NULL CHECK (length(content) <= 100000),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (company_id, person_id, place),
    FOREIGN KEY (company_id, person_id) REFERENCES person ON DELETE CASCADE
);

-- What somebody has sent under a key of the form's own: sent again, because the answer was lost, it
-- is not done again. Forgotten after a week.
CREATE TABLE sent (
    company_id int NOT NULL,
    person_id int NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 16 AND 100),
    -- The number of what came of it.
    result bigint,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (company_id, person_id, key),
    FOREIGN KEY (company_id, person_id) REFERENCES person ON DELETE CASCADE
);

ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE sent ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON draft USING (company_id = current_company());
CREATE POLICY own_company ON sent USING (company_id = current_company());
GRANT SELECT, INSERT, UPDATE, DELETE ON draft, sent TO arende_app;
