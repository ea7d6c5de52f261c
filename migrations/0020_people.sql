-- Teams, what a company writes about its employees, and the one-time way to a first password.

CREATE TABLE team (
    company_id int NOT NULL REFERENCES company,
    id smallint NOT NULL,
    -- How addresses name it: /arenden?team=lag-syd. Never "ingen", which means none.
    slug text NOT NULL CHECK (slug <> 'ingen'),
    name text NOT NULL CHECK (name <> ''),
    position smallint NOT NULL,
    hidden boolean NOT NULL DEFAULT false,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, slug)
);

ALTER TABLE person
    -- What somebody does, in the company's words: "Lokalvårdare".
    ADD COLUMN title text,
    ADD COLUMN team_id smallint,
    ADD FOREIGN KEY (company_id, team_id) REFERENCES team;

ALTER TABLE cases
    ADD COLUMN team_id smallint,
    ADD CONSTRAINT cases_company_id_team_id_fkey FOREIGN KEY (company_id, team_id) REFERENCES team;

-- They cost nothing where there are no teams.
CREATE INDEX cases_open_team ON cases (company_id, team_id, created_at, number)
    WHERE is_open AND team_id IS NOT NULL;
CREATE INDEX cases_team ON cases (company_id, team_id, created_at, number) WHERE team_id IS NOT NULL;

-- A link by which somebody sets their own password, once. Only its hash is kept.
CREATE TABLE invitation (
    company_id int NOT NULL,
    person_id int NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL,
    -- A new one takes the place of the former.
    PRIMARY KEY (company_id, person_id),
    FOREIGN KEY (company_id, person_id) REFERENCES person ON DELETE CASCADE
);

-- Asked before the company is known, as a login is: whose link that is, if it still holds.
CREATE FUNCTION invited_person(token bytea)
RETURNS TABLE (company_id int, person_id int, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.company_id, p.id, p.name
    FROM invitation i
    JOIN person p ON p.company_id = i.company_id AND p.id = i.person_id AND p.active
    WHERE i.token_hash = token AND i.expires_at > now()
$$;

-- Whether a login is taken, by whomever: a login is unique over all companies.
CREATE FUNCTION login_taken(login text, own_company int, own_person int) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM person p
        WHERE (lower(p.email) = lower(login) OR lower(p.user_name) = lower(login))
          AND (p.company_id, p.id) IS DISTINCT FROM (own_company, own_person))
$$;

ALTER TABLE team ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON team USING (company_id = current_company());
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON invitation USING (company_id = current_company());

GRANT SELECT, INSERT, UPDATE, DELETE ON team, invitation TO arende_app;
REVOKE EXECUTE ON FUNCTION invited_person(bytea), login_taken(text, int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION invited_person(bytea), login_taken(text, int, int) TO arende_app;
