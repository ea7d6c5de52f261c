-- Asked at every request. A function in SQL is planned anew at each call, which took eight times as long as what it
-- does; one in PL/pgSQL keeps its plan for as long as the connection lives.
CREATE OR REPLACE FUNCTION session_viewer(token bytea)
RETURNS TABLE (session_id bigint, company_id int, company_name text, person_id int, name text,
               role text, role_name text, permissions text[], language text, shortcuts boolean,
               stale boolean, today date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT s.id, s.company_id, c.name, p.id, p.name, p.role, r.name, r.permissions, p.language, p.shortcuts,
           s.seen_at < now() - interval '5 minutes',
           (now() AT TIME ZONE 'Europe/Stockholm')::date
    FROM session s
    JOIN person p ON p.company_id = s.company_id AND p.id = s.person_id AND p.active
    JOIN company c ON c.id = s.company_id
    LEFT JOIN company_role r ON r.company_id = p.company_id AND r.id = p.role_id
    WHERE s.token_hash = token AND s.expires_at > now();
END
$$;
