-- What the start page shows, in which order: a person's own choice, or that of all with one of the four roles
-- who have none of their own. Without either, the product's.
CREATE TABLE start_choice (
    company_id int NOT NULL REFERENCES company,
    person_id int,
    role text CHECK (role IN ('administrator', 'office', 'employee')),
    sections text[] NOT NULL,
    CHECK ((person_id IS NULL) <> (role IS NULL)),
    UNIQUE NULLS NOT DISTINCT (company_id, person_id, role),
    FOREIGN KEY (company_id, person_id) REFERENCES person ON DELETE CASCADE
);

ALTER TABLE start_choice ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON start_choice USING (company_id = current_company());
GRANT SELECT, INSERT, UPDATE, DELETE ON start_choice TO arende_app;
