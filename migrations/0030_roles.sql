-- A company's own roles. Each is made from one of the four by choosing permissions; what the four
-- themselves may follows from the program and is not stored.
CREATE TABLE company_role (
    company_id int NOT NULL REFERENCES company,
    id smallint NOT NULL CHECK (id > 0),
    name text NOT NULL CHECK (name <> ''),
    base text NOT NULL CHECK (base IN ('administrator', 'office', 'employee')),
    -- domain::policy::Action, by name.
    permissions text[] NOT NULL,
    PRIMARY KEY (company_id, id),
    -- What a person's role and base refer to.
    UNIQUE (company_id, id, base)
);
CREATE UNIQUE INDEX company_role_name ON company_role (company_id, lower(name));

-- Null: one of the four. Else the own role, whose base stands in role.
ALTER TABLE person ADD role_id smallint;
ALTER TABLE person ADD FOREIGN KEY (company_id, role_id, role) REFERENCES company_role (company_id, id, base);
CREATE INDEX person_role ON person (company_id, role_id) WHERE role_id IS NOT NULL;

ALTER TABLE company_role ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON company_role USING (company_id = current_company());
GRANT SELECT, INSERT, UPDATE, DELETE ON company_role TO arende_app;

-- Both say now what the person may; null: what the role says.
DROP FUNCTION login_account(text);
CREATE FUNCTION login_account(login text)
RETURNS TABLE (company_id int, person_id int, role text, permissions text[], password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.company_id, p.id, p.role, r.permissions, p.password_hash
    FROM person p
    LEFT JOIN company_role r ON r.company_id = p.company_id AND r.id = p.role_id
    WHERE (lower(p.email) = lower(login) OR lower(p.user_name) = lower(login))
      AND p.active AND p.password_hash IS NOT NULL
    LIMIT 1
$$;

DROP FUNCTION session_viewer(bytea);
CREATE FUNCTION session_viewer(token bytea)
RETURNS TABLE (session_id bigint, company_id int, company_name text, person_id int, name text,
               role text, role_name text, permissions text[], language text, shortcuts boolean,
               stale boolean, today date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.id, s.company_id, c.name, p.id, p.name, p.role, r.name, r.permissions, p.language, p.shortcuts,
           s.seen_at < now() - interval '5 minutes',
           (now() AT TIME ZONE 'Europe/Stockholm')::date
    FROM session s
    JOIN person p ON p.company_id = s.company_id AND p.id = s.person_id AND p.active
    JOIN company c ON c.id = s.company_id
    LEFT JOIN company_role r ON r.company_id = p.company_id AND r.id = p.role_id
    WHERE s.token_hash = token AND s.expires_at > now()
$$;
REVOKE EXECUTE ON FUNCTION login_account(text), session_viewer(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION login_account(text), session_viewer(bytea) TO arende_app;
