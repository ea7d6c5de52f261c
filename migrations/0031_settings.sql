-- What a company decides for itself: its words, the properties that it uses, its own data, its templates.

ALTER TABLE company
    ADD organisation_number text,
    ADD email text,
    ADD phone text,
    ADD street text,
    ADD postal_code text,
    ADD town text,
    -- Properties that it does without: domain::cases::Feature, by name. What cases have in them stays.
    ADD unused text[] NOT NULL DEFAULT '{}';
GRANT UPDATE (name, organisation_number, email, phone, street, postal_code, town, unused) ON company TO arende_app;

-- A word that is removed stays as a row, hidden: the history of cases names it. One that was merged
-- into another stands for that one in addresses from before.
ALTER TABLE case_status
    -- What a new case gets; without one, the first open status that is offered.
    ADD is_initial boolean NOT NULL DEFAULT false,
    ADD removed boolean NOT NULL DEFAULT false,
    ADD merged_into smallint,
    ADD FOREIGN KEY (company_id, merged_into) REFERENCES case_status,
    ADD CHECK (NOT is_initial OR is_open AND NOT hidden),
    ADD CHECK (NOT removed OR hidden),
    ADD CHECK (merged_into IS NULL OR removed);
CREATE UNIQUE INDEX case_status_initial ON case_status (company_id) WHERE is_initial;

ALTER TABLE case_type
    ADD removed boolean NOT NULL DEFAULT false,
    ADD merged_into smallint,
    -- What a case of this type gets when it is registered without: due so many days later, and who
    -- is responsible.
    ADD due_days smallint CHECK (due_days BETWEEN 0 AND 3650),
    ADD responsible_id int,
    ADD FOREIGN KEY (company_id, merged_into) REFERENCES case_type,
    ADD FOREIGN KEY (company_id, responsible_id) REFERENCES person,
    ADD CHECK (NOT removed OR hidden),
    ADD CHECK (merged_into IS NULL OR removed);

-- Texts for comments, with variables in braces: domain::templates.
CREATE TABLE comment_template (
    company_id int NOT NULL REFERENCES company,
    id smallint NOT NULL CHECK (id > 0),
    name text NOT NULL CHECK (name <> ''),
    body text NOT NULL CHECK (body <> ''),
    position smallint NOT NULL,
    PRIMARY KEY (company_id, id)
);
ALTER TABLE comment_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON comment_template USING (company_id = current_company());
GRANT SELECT, INSERT, UPDATE, DELETE ON comment_template TO arende_app;
