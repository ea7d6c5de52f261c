-- Who wants to be told of what happens to a case.
CREATE TABLE case_watch (
    company_id int NOT NULL,
    number int NOT NULL,
    person_id int NOT NULL,
    PRIMARY KEY (company_id, number, person_id),
    FOREIGN KEY (company_id, number) REFERENCES cases ON DELETE CASCADE,
    FOREIGN KEY (company_id, person_id) REFERENCES person ON DELETE CASCADE
);

-- What a person is told: of each case and kind one, until it is read.
CREATE TABLE notification (
    company_id int NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    person_id int NOT NULL,
    number int NOT NULL,
    kind text NOT NULL CHECK (kind IN ('mention', 'comment', 'change')),
    -- Who did it last, and when.
    actor_id int NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    read boolean NOT NULL DEFAULT false,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, number) REFERENCES cases ON DELETE CASCADE,
    FOREIGN KEY (company_id, person_id) REFERENCES person ON DELETE CASCADE,
    FOREIGN KEY (company_id, actor_id) REFERENCES person ON DELETE CASCADE
);
CREATE INDEX notification_list ON notification (company_id, person_id, at DESC, id DESC);
CREATE UNIQUE INDEX notification_unread ON notification (company_id, person_id, number, kind) WHERE NOT read;

ALTER TABLE case_watch ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON case_watch USING (company_id = current_company());
GRANT SELECT, INSERT, DELETE ON case_watch TO arende_app;
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_company ON notification USING (company_id = current_company());
GRANT SELECT, INSERT, UPDATE ON notification TO arende_app;

-- Watchers are told by the database, as those who have looked are: no statement can forget it.
CREATE FUNCTION tell_watchers_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO notification (company_id, person_id, number, kind, actor_id)
    SELECT DISTINCT ON (w.company_id, w.person_id, w.number) w.company_id, w.person_id, w.number, 'change', n.actor_id
    FROM news n JOIN case_watch w ON w.company_id = n.company_id AND w.number = n.number
    WHERE w.person_id <> n.actor_id
    ON CONFLICT (company_id, person_id, number, kind) WHERE NOT read
        DO UPDATE SET at = excluded.at, actor_id = excluded.actor_id;
    RETURN NULL;
END $$;
CREATE TRIGGER tell_watchers_of_events AFTER INSERT ON case_event
    REFERENCING NEW TABLE AS news FOR EACH STATEMENT EXECUTE FUNCTION tell_watchers_of_events();

CREATE FUNCTION tell_watchers_of_comments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO notification (company_id, person_id, number, kind, actor_id)
    SELECT DISTINCT ON (w.company_id, w.person_id, w.number) w.company_id, w.person_id, w.number, 'comment', n.author_id
    FROM news n JOIN case_watch w ON w.company_id = n.company_id AND w.number = n.number
    WHERE w.person_id <> n.author_id
    ON CONFLICT (company_id, person_id, number, kind) WHERE NOT read
        DO UPDATE SET at = excluded.at, actor_id = excluded.actor_id;
    RETURN NULL;
END $$;
CREATE TRIGGER tell_watchers_of_comments AFTER INSERT ON case_comment
    REFERENCING NEW TABLE AS news FOR EACH STATEMENT EXECUTE FUNCTION tell_watchers_of_comments();
