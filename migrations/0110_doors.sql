-- How long one waits after so many wrong passwords more than are free: from a minute to fifteen.
CREATE FUNCTION login_wait(too_many int) RETURNS interval LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN interval '1 minute' * least(15, 2 ^ least(greatest(too_many, 0), 4));

-- The cases that others have given somebody: where they are responsible or linked, and not by their own
-- doing alone. What is protected at a customer's is shown to them for these, not for what they make up.
CREATE FUNCTION cases_given_to(person int) RETURNS TABLE (number int)
LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC
    SELECT c.number FROM cases c
    WHERE c.company_id = current_company()
      AND (c.responsible_id = person OR EXISTS (
          SELECT FROM case_participant p
          WHERE p.company_id = c.company_id AND p.number = c.number AND p.person_id = person))
      AND (c.created_by <> person OR EXISTS (
          SELECT FROM case_event e
          WHERE e.company_id = c.company_id AND e.number = c.number AND e.actor_id <> person
            AND (e.changes @> jsonb_build_array(jsonb_build_object('property', 'responsible', 'to', person))
                 OR e.changes @> jsonb_build_array(jsonb_build_object('property', 'participant_added', 'person', person)))));
END;
