-- Companies, the people who work in them, their sessions, and the guard between companies.
--
-- The company's id stands in every primary key, foreign key and query, and row-level security
-- guards it a second time: the server works as the role arende_app, which owns nothing, cannot
-- bypass policies, and sees only the company that its transaction has named.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- A role belongs to the whole cluster: another database of it may have made it already.
DO $$ BEGIN
    CREATE ROLE arende_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$ BEGIN
    EXECUTE format('GRANT arende_app TO %I', current_user);
EXCEPTION WHEN unique_violation OR duplicate_object THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO arende_app;

-- The company that this transaction works for; null outside one, and then nothing is seen.
CREATE FUNCTION current_company() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('arende.company', true), '')::int;

CREATE TABLE company (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE customer (
    company_id int NOT NULL REFERENCES company,
    -- The customer's number in its company: what people say on the phone.
    id int NOT NULL CHECK (id > 0),
    kind text NOT NULL CHECK (kind IN ('private', 'organisation')),
    name text NOT NULL CHECK (name <> ''),
    organisation_number text,
    email text,
    phone text,
    street text,
    postal_code text,
    town text,
    active boolean NOT NULL DEFAULT true,
    -- Name, number and address, folded: what the picker searches.
    search_text text NOT NULL,
    PRIMARY KEY (company_id, id)
);
CREATE INDEX customer_search_trgm ON customer USING gin (company_id, search_text gin_trgm_ops);

-- Everybody who can act: staff (administrator, office, employee) and customers' contacts.
CREATE TABLE person (
    company_id int NOT NULL REFERENCES company,
    id int NOT NULL CHECK (id > 0),
    role text NOT NULL CHECK (role IN ('administrator', 'office', 'employee', 'customer')),
    name text NOT NULL CHECK (name <> ''),
    email text,
    user_name text,
    phone text,
    customer_id int,
    -- Argon2id in PHC form; null: cannot log in.
    password_hash text,
    active boolean NOT NULL DEFAULT true,
    language text NOT NULL DEFAULT 'sv' CHECK (language IN ('sv', 'en')),
    -- Single-key shortcuts can be turned off (WCAG 2.1.4).
    shortcuts boolean NOT NULL DEFAULT true,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customer,
    CHECK ((role = 'customer') = (customer_id IS NOT NULL))
);
-- One logs in without naming a company, so a login is unique over all of them.
CREATE UNIQUE INDEX person_email ON person (lower(email));
CREATE UNIQUE INDEX person_user_name ON person (lower(user_name));

CREATE TABLE session (
    -- SHA-256 of the cookie's token: reading the table opens no session.
    token_hash bytea PRIMARY KEY,
    id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    company_id int NOT NULL,
    person_id int NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    user_agent text NOT NULL,
    address text NOT NULL,
    FOREIGN KEY (company_id, person_id) REFERENCES person ON DELETE CASCADE
);
CREATE INDEX session_person ON session (company_id, person_id);

-- Failed logins by account and by address; belongs to no company, as a guess names none.
CREATE TABLE login_failure (
    key text PRIMARY KEY,
    failures int NOT NULL,
    last_at timestamptz NOT NULL
);

-- The two questions that must be asked before the company is known. They answer about exactly
-- one login or one session, never a list.
CREATE FUNCTION login_account(login text)
RETURNS TABLE (company_id int, person_id int, role text, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.company_id, p.id, p.role, p.password_hash
    FROM person p
    WHERE (lower(p.email) = lower(login) OR lower(p.user_name) = lower(login))
      AND p.active AND p.password_hash IS NOT NULL
    LIMIT 1
$$;

CREATE FUNCTION session_viewer(token bytea)
RETURNS TABLE (session_id bigint, company_id int, company_name text, person_id int, name text,
               role text, language text, shortcuts boolean, stale boolean, today date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.id, s.company_id, c.name, p.id, p.name, p.role, p.language, p.shortcuts,
           s.seen_at < now() - interval '5 minutes',
           (now() AT TIME ZONE 'Europe/Stockholm')::date
    FROM session s
    JOIN person p ON p.company_id = s.company_id AND p.id = s.person_id AND p.active
    JOIN company c ON c.id = s.company_id
    WHERE s.token_hash = token AND s.expires_at > now()
$$;

ALTER TABLE company ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON company USING (id = current_company());
ALTER TABLE customer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON customer USING (company_id = current_company());
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON person USING (company_id = current_company());
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON session USING (company_id = current_company());

GRANT SELECT ON company TO arende_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON customer, person, session, login_failure TO arende_app;
REVOKE EXECUTE ON FUNCTION login_account(text), session_viewer(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION login_account(text), session_viewer(bytea) TO arende_app;
