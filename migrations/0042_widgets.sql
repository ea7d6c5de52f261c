-- Small pages of cases for other systems' start pages: who may frame them, and by which key.

-- Origins whose pages may show them: 'https://intranet.example'. Ours may always.
ALTER TABLE company ADD widget_origins text[] NOT NULL DEFAULT '{}';
GRANT UPDATE (widget_origins) ON company TO arende_app;

-- A person's key, good for these pages and nothing else. Only its hash is kept.
CREATE TABLE widget_key (
    company_id int NOT NULL,
    person_id int NOT NULL,
    key_hash bytea NOT NULL UNIQUE,
    -- A new one takes the place of the former.
    PRIMARY KEY (company_id, person_id),
    FOREIGN KEY (company_id, person_id) REFERENCES person ON DELETE CASCADE
);
ALTER TABLE widget_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON widget_key USING (company_id = current_company());
GRANT SELECT, INSERT, UPDATE, DELETE ON widget_key TO arende_app;

-- Asked before the company is known, as a session is: whose key that is.
CREATE FUNCTION widget_viewer(key bytea)
RETURNS TABLE (company_id int, company_name text, person_id int, name text, role text, role_name text,
               permissions text[], language text, today date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT w.company_id, c.name, p.id, p.name, p.role, r.name, r.permissions, p.language,
           (now() AT TIME ZONE 'Europe/Stockholm')::date
    FROM widget_key w
    JOIN person p ON p.company_id = w.company_id AND p.id = w.person_id AND p.active
    JOIN company c ON c.id = w.company_id
    LEFT JOIN company_role r ON r.company_id = p.company_id AND r.id = p.role_id
    WHERE w.key_hash = key
$$;
REVOKE EXECUTE ON FUNCTION widget_viewer(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION widget_viewer(bytea) TO arende_app;
