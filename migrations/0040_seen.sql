-- What each person has looked at, and whether somebody else has changed it since.
CREATE TABLE case_seen (
    company_id int NOT NULL,
    number int NOT NULL,
    person_id int NOT NULL,
    changed boolean NOT NULL DEFAULT false,
    PRIMARY KEY (company_id, number, person_id),
    FOREIGN KEY (company_id, number) REFERENCES cases ON DELETE CASCADE,
    FOREIGN KEY (company_id, person_id) REFERENCES person ON DELETE CASCADE
);
-- "Ändrade sedan jag tittade" is read often and short; what is unchanged is only looked up by its key.
CREATE INDEX case_seen_changed ON case_seen (company_id, person_id, number) WHERE changed;

ALTER TABLE case_seen ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON case_seen USING (company_id = current_company());
GRANT SELECT, INSERT, UPDATE ON case_seen TO arende_app;

-- Whatever writes history or a comment tells those who have looked, but not the one who wrote: here, so that
-- no statement of the application can forget it.
CREATE FUNCTION tell_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE case_seen s SET changed = true FROM news n
    WHERE s.company_id = n.company_id AND s.number = n.number AND s.person_id <> n.actor_id AND NOT s.changed;
    RETURN NULL;
END $$;
CREATE TRIGGER tell_of_events AFTER INSERT ON case_event
    REFERENCING NEW TABLE AS news FOR EACH STATEMENT EXECUTE FUNCTION tell_of_events();

CREATE FUNCTION tell_of_comments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE case_seen s SET changed = true FROM news n
    WHERE s.company_id = n.company_id AND s.number = n.number AND s.person_id <> n.author_id AND NOT s.changed;
    RETURN NULL;
END $$;
CREATE TRIGGER tell_of_comments AFTER INSERT ON case_comment
    REFERENCING NEW TABLE AS news FOR EACH STATEMENT EXECUTE FUNCTION tell_of_comments();
