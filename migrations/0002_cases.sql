-- Cases: a narrow row that changes often, its text beside it, people, comments and history.

-- Folds é ü ø æ, never å ä ö: "får" is not "far".
CREATE FUNCTION fold_accents(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(lower(t), 'éèêëàáâãüùúûíìîïóòôõñçøæ', 'eeeeaaaauuuuiiiioooonc' || 'öä');

-- How texts and words are compared: letters composed (NFC), small, without accents. Composing and
-- folding cost ten times as much as looking whether a text needs them; most do not.
CREATE FUNCTION fold(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN t ~ '[\u0300-\u036f]' THEN fold_accents(normalize(t))
    WHEN t ~ '[^\u0001-\u007fåäöÅÄÖ]' THEN fold_accents(t)
    ELSE lower(t)
END;

CREATE TEXT SEARCH CONFIGURATION swedish_case (COPY = swedish);

-- The text in which the search finds a case; null where there is no customer or comment. A tsvector
-- holds a megabyte: of an endless case only the beginning is searched.
CREATE FUNCTION case_document(subject text, body text, customer text, comments text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN left(fold(concat_ws(E'\n', subject, body, customer, comments)), 200000);

-- What the search finds in a folded text. Words end where a query's do: "anna@x.se" is three.
CREATE FUNCTION case_words(folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('swedish_case', regexp_replace(folded, '[^[:alnum:]\s]+', ' ', 'g'));

CREATE TABLE case_status (
    company_id int NOT NULL REFERENCES company,
    id smallint NOT NULL,
    -- How addresses name it: /arenden?status=ny
    slug text NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    is_open boolean NOT NULL,
    symbol text NOT NULL CHECK (symbol IN ('new', 'return', 'quarter', 'half', 'three_quarters', 'solved', 'closed')),
    hue text NOT NULL CHECK (hue IN ('blue', 'ochre', 'slate', 'green', 'grey', 'red')),
    position smallint NOT NULL,
    hidden boolean NOT NULL DEFAULT false,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, slug),
    -- What a case's copy of is_open refers to.
    UNIQUE (company_id, id, is_open),
    -- Outline symbols are open, filled ones closed.
    CHECK (is_open = (symbol NOT IN ('solved', 'closed')))
);

CREATE TABLE case_type (
    company_id int NOT NULL REFERENCES company,
    id smallint NOT NULL,
    slug text NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    position smallint NOT NULL,
    hidden boolean NOT NULL DEFAULT false,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, slug)
);

-- Numbers without gaps: taken in the transaction that inserts.
CREATE TABLE case_counter (
    company_id int PRIMARY KEY REFERENCES company,
    last_number int NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE TABLE cases (
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    company_id int NOT NULL,
    -- 1, 2, 3 … in its company, never reused: the key inside as well as outside.
    number int NOT NULL,
    version int NOT NULL DEFAULT 1,
    created_by int NOT NULL,
    responsible_id int,
    customer_id int,
    due_on date,
    status_id smallint NOT NULL,
    type_id smallint,
    priority smallint NOT NULL CHECK (priority BETWEEN 0 AND 5),
    channel smallint NOT NULL CHECK (channel BETWEEN 1 AND 6),
    -- Copy of the status' base status, kept true by the foreign key, so that partial indexes can use it.
    is_open boolean NOT NULL,
    subject text NOT NULL CHECK (subject <> ''),
    PRIMARY KEY (company_id, number),
    FOREIGN KEY (company_id, status_id, is_open) REFERENCES case_status (company_id, id, is_open),
    FOREIGN KEY (company_id, type_id) REFERENCES case_type,
    FOREIGN KEY (company_id, created_by) REFERENCES person,
    FOREIGN KEY (company_id, responsible_id) REFERENCES person,
    FOREIGN KEY (company_id, customer_id) REFERENCES customer
) WITH (fillfactor = 90);

-- Written at creation, text edit, comment and when a case opens or closes; a status change
-- among open ones touches only the narrow row.
CREATE TABLE case_text (
    company_id int NOT NULL,
    number int NOT NULL,
    is_open boolean NOT NULL,
    body text NOT NULL,
    -- Subject, body, customer's name and comments, folded: substring search among open cases.
    search_text text NOT NULL,
    -- The same, stemmed: all cases.
    search_words tsvector NOT NULL,
    PRIMARY KEY (company_id, number),
    FOREIGN KEY (company_id, number) REFERENCES cases ON DELETE CASCADE
);

CREATE TABLE case_participant (
    company_id int NOT NULL,
    number int NOT NULL,
    person_id int NOT NULL,
    PRIMARY KEY (company_id, number, person_id),
    FOREIGN KEY (company_id, number) REFERENCES cases ON DELETE CASCADE,
    FOREIGN KEY (company_id, person_id) REFERENCES person
);
CREATE INDEX case_participant_person ON case_participant (company_id, person_id, number);

CREATE TABLE case_comment (
    company_id int NOT NULL,
    number int NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    author_id int NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- True: the customer sees it.
    external boolean NOT NULL,
    body text NOT NULL CHECK (body <> ''),
    PRIMARY KEY (company_id, number, id),
    FOREIGN KEY (company_id, number) REFERENCES cases ON DELETE CASCADE,
    FOREIGN KEY (company_id, author_id) REFERENCES person
);

-- The history: who changed what, from what, to what, when. Nothing here is ever changed.
CREATE TABLE case_event (
    company_id int NOT NULL,
    number int NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL DEFAULT now(),
    actor_id int NOT NULL,
    -- The case's version after it.
    version int NOT NULL,
    -- The bulk change that it was part of, for its receipt and undo.
    batch_id bigint,
    -- domain::events::Change, a list; empty for the creation.
    changes jsonb NOT NULL,
    PRIMARY KEY (company_id, number, id),
    FOREIGN KEY (company_id, number) REFERENCES cases ON DELETE CASCADE,
    FOREIGN KEY (company_id, actor_id) REFERENCES person
);
CREATE INDEX case_event_batch ON case_event (company_id, batch_id) WHERE batch_id IS NOT NULL;
CREATE SEQUENCE case_batch_id;

-- Sorting by keyset: every order is (value, number), both the same way, so one index serves both ways.
-- CASE and not coalesce(), which row-level security takes for leaky and keeps out of index conditions.
CREATE INDEX cases_open_created ON cases (company_id, created_at, number) WHERE is_open;
CREATE INDEX cases_created ON cases (company_id, created_at, number);
CREATE INDEX cases_open_due ON cases (company_id, (CASE WHEN due_on IS NULL THEN 'infinity' ELSE due_on END), number) WHERE is_open;
CREATE INDEX cases_open_priority ON cases (company_id, priority, number) WHERE is_open;
CREATE INDEX cases_open_updated ON cases (company_id, updated_at, number) WHERE is_open;
-- Nyinkomna and Mina ärenden, with their counts.
CREATE INDEX cases_open_status ON cases (company_id, status_id, created_at, number) WHERE is_open;
CREATE INDEX cases_open_responsible ON cases (company_id, responsible_id, created_at, number) WHERE is_open;
CREATE INDEX cases_responsible ON cases (company_id, responsible_id, created_at, number);
CREATE INDEX cases_customer ON cases (company_id, customer_id, created_at, number);
CREATE INDEX cases_creator ON cases (company_id, created_by, created_at, number);
-- Rare combinations over all; its parameters must be bound as smallint.
CREATE INDEX cases_properties ON cases USING gin (company_id, status_id, type_id, priority, channel);
CREATE INDEX case_text_words ON case_text USING gin (company_id, search_words);
CREATE INDEX case_text_words_open ON case_text USING gin (company_id, search_words) WHERE is_open;
CREATE INDEX case_text_trgm_open ON case_text USING gin (company_id, search_text gin_trgm_ops) WHERE is_open;

-- Under row-level security @@ and LIKE cannot be index conditions, as they are not leakproof.
-- These views are their owner's, whom no policy binds, and carry the company's condition
-- themselves: the index is used, on hosted PostgreSQL too, and no other company is seen.
CREATE VIEW case_search AS
    SELECT company_id, number, is_open, search_text, search_words
    FROM case_text WHERE company_id = current_company();
CREATE VIEW customer_search AS
    SELECT company_id, id, name, search_text, active
    FROM customer WHERE company_id = current_company();

-- The cases that concern somebody: where they are responsible, creator or linked. What an employee
-- sees; a number may come twice. Planned as part of the query that asks, by three indexes.
CREATE FUNCTION cases_concerning(person int) RETURNS TABLE (number int)
LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT c.number FROM cases c WHERE c.company_id = current_company() AND c.responsible_id = person
    UNION ALL
    SELECT c.number FROM cases c WHERE c.company_id = current_company() AND c.created_by = person
    UNION ALL
    SELECT p.number FROM case_participant p WHERE p.company_id = current_company() AND p.person_id = person;
END;

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['case_status', 'case_type', 'case_counter', 'cases', 'case_text',
                             'case_participant', 'case_comment', 'case_event'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY own_company ON %I USING (company_id = current_company())', t);
    END LOOP;
END $$;

GRANT SELECT ON case_search, customer_search TO arende_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON case_status, case_type, case_participant TO arende_app;
GRANT SELECT, INSERT, UPDATE ON case_counter, cases, case_text TO arende_app;
-- History and comments are added, never rewritten.
GRANT SELECT, INSERT ON case_comment, case_event TO arende_app;
GRANT USAGE ON SEQUENCE case_batch_id TO arende_app;
