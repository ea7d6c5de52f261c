-- Every page shows the company's words, which change a few times a year: server processes keep them. How often they
-- have changed is told with every session, so that no process shows old ones.

ALTER TABLE company ADD word_changes bigint NOT NULL DEFAULT 0;

-- On behalf of the owner: the application may not write the count itself.
CREATE FUNCTION count_word_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE company SET word_changes = word_changes + 1
    WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.company_id ELSE NEW.company_id END;
    RETURN NULL;
END
$$;

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['case_status', 'case_type', 'team', 'company_role'] LOOP
        EXECUTE format('CREATE TRIGGER count_word_change AFTER INSERT OR UPDATE OR DELETE ON %I
                        FOR EACH ROW EXECUTE FUNCTION count_word_change()', t);
    END LOOP;
END
$$;

-- A type names who gets its cases, as long as they are at work.
CREATE TRIGGER count_word_change AFTER UPDATE OF name, active ON person FOR EACH ROW
WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.active IS DISTINCT FROM NEW.active)
EXECUTE FUNCTION count_word_change();

CREATE FUNCTION count_use_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.word_changes := OLD.word_changes + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER count_use_change BEFORE UPDATE OF unused ON company FOR EACH ROW
WHEN (OLD.unused IS DISTINCT FROM NEW.unused)
EXECUTE FUNCTION count_use_change();

DROP FUNCTION session_viewer(bytea);
CREATE FUNCTION session_viewer(token bytea)
RETURNS TABLE (session_id bigint, company_id int, company_name text, word_changes bigint, person_id int, name text,
               role text, role_name text, permissions text[], language text, shortcuts boolean,
               stale boolean, today date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT s.id, s.company_id, c.name, c.word_changes, p.id, p.name, p.role, r.name, r.permissions, p.language,
           p.shortcuts, s.seen_at < now() - interval '5 minutes',
           (now() AT TIME ZONE 'Europe/Stockholm')::date
    FROM session s
    JOIN person p ON p.company_id = s.company_id AND p.id = s.person_id AND p.active
    JOIN company c ON c.id = s.company_id
    LEFT JOIN company_role r ON r.company_id = p.company_id AND r.id = p.role_id
    WHERE s.token_hash = token AND s.expires_at > now();
END
$$;

DROP FUNCTION widget_viewer(bytea);
CREATE FUNCTION widget_viewer(key bytea)
RETURNS TABLE (company_id int, company_name text, word_changes bigint, person_id int, name text, role text,
               role_name text, permissions text[], language text, today date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT w.company_id, c.name, c.word_changes, p.id, p.name, p.role, r.name, r.permissions, p.language,
           (now() AT TIME ZONE 'Europe/Stockholm')::date
    FROM widget_key w
    JOIN person p ON p.company_id = w.company_id AND p.id = w.person_id AND p.active
    JOIN company c ON c.id = w.company_id
    LEFT JOIN company_role r ON r.company_id = p.company_id AND r.id = p.role_id
    WHERE w.key_hash = key;
END
$$;

REVOKE EXECUTE ON FUNCTION session_viewer(bytea), widget_viewer(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_viewer(bytea), widget_viewer(bytea) TO arende_app;
