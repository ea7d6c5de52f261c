-- Customers' cards: contacts, sites, notes, and what is protected at a site.

-- Phones are kept as E.164 and shown in Swedish form; identity numbers as digits alone.
CREATE FUNCTION phone_digits(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN t LIKE '+%' THEN '+' || regexp_replace(t, '\D', '', 'g')
    WHEN regexp_replace(t, '\D', '', 'g') LIKE '00%' THEN '+' || substr(regexp_replace(t, '\D', '', 'g'), 3)
    WHEN regexp_replace(t, '\D', '', 'g') LIKE '0%' THEN '+46' || substr(regexp_replace(t, '\D', '', 'g'), 2)
END;

UPDATE customer SET phone = phone_digits(phone), organisation_number = regexp_replace(organisation_number, '\D', '', 'g');
DROP FUNCTION phone_digits(text);

ALTER TABLE customer
    -- Counts changes; sent back with each change.
    ADD version int NOT NULL DEFAULT 1,
    -- What the office alone reads, and what staff in the field read too.
    ADD office_notes text NOT NULL DEFAULT '',
    ADD field_notes text NOT NULL DEFAULT '';
-- An organisation's ten digits, a private customer's twelve.
ALTER TABLE customer RENAME organisation_number TO identity_number;
CREATE INDEX customer_identity ON customer (company_id, identity_number);

-- Where one works for a customer. One of several is the default: what a new case begins with.
CREATE TABLE customer_site (
    company_id int NOT NULL,
    -- 1, 2, 3 … in its company.
    id int NOT NULL CHECK (id > 0),
    customer_id int NOT NULL,
    -- "Kontoret", "Trapphus C"; empty: its address says enough.
    name text NOT NULL DEFAULT '',
    street text NOT NULL DEFAULT '',
    postal_code text NOT NULL DEFAULT '',
    town text NOT NULL DEFAULT '',
    is_default boolean NOT NULL DEFAULT false,
    -- Cases keep the sites that they once named.
    active boolean NOT NULL DEFAULT true,
    PRIMARY KEY (company_id, id),
    -- What a case's site refers to: it is its customer's.
    UNIQUE (company_id, customer_id, id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customer,
    CHECK (active OR NOT is_default)
);
CREATE UNIQUE INDEX customer_site_default ON customer_site (company_id, customer_id) WHERE is_default;

INSERT INTO customer_site (company_id, id, customer_id, street, postal_code, town, is_default)
SELECT company_id, row_number() OVER (PARTITION BY company_id ORDER BY id), id, coalesce(street, ''),
    coalesce(postal_code, ''), coalesce(town, ''), true
FROM customer WHERE concat(street, postal_code, town) <> '';
ALTER TABLE customer DROP street, DROP postal_code, DROP town;

-- Whom one reaches at a customer, in the order of the card.
CREATE TABLE customer_contact (
    company_id int NOT NULL,
    customer_id int NOT NULL,
    position smallint NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    -- "ordförande"; may be empty.
    title text NOT NULL DEFAULT '',
    email text,
    phone text,
    PRIMARY KEY (company_id, customer_id, position),
    FOREIGN KEY (company_id, customer_id) REFERENCES customer
);

-- What opens a door. Apart from the site, so that nothing that lists, searches or exports reads it by
-- the way; read by one function, which writes down who saw it.
CREATE TABLE site_secret (
    company_id int NOT NULL,
    site_id int NOT NULL,
    kind text NOT NULL CHECK (kind IN ('door_code', 'alarm', 'key_number')),
    value text NOT NULL CHECK (value <> ''),
    PRIMARY KEY (company_id, site_id, kind),
    FOREIGN KEY (company_id, site_id) REFERENCES customer_site
);

-- Each showing of a secret. Nothing here is ever changed.
CREATE TABLE site_secret_shown (
    company_id int NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    site_id int NOT NULL,
    kind text NOT NULL,
    person_id int NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, site_id) REFERENCES customer_site,
    FOREIGN KEY (company_id, person_id) REFERENCES person
);
CREATE INDEX site_secret_shown_site ON site_secret_shown (company_id, site_id, id);

-- A case may name the place it is about. The key makes sure that it is its customer's; without a
-- customer there is none.
ALTER TABLE cases ADD site_id int CHECK (site_id IS NULL OR customer_id IS NOT NULL);
ALTER TABLE cases ADD FOREIGN KEY (company_id, customer_id, site_id)
    REFERENCES customer_site (company_id, customer_id, id);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['customer_site', 'customer_contact', 'site_secret', 'site_secret_shown'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY own_company ON %I USING (company_id = current_company())', t);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON customer_site, customer_contact, site_secret TO arende_app;
GRANT SELECT, INSERT ON site_secret_shown TO arende_app;

-- What the search reads of a customer: number, name, an organisation's number, phones as digits,
-- addresses, contacts. A personnummer is none of it: that is found whole or not at all.
CREATE FUNCTION customer_document(company int, customer int) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT fold(normalize(concat_ws(' ', k.id, k.name, CASE k.kind WHEN 'organisation' THEN k.identity_number END,
        k.email, ltrim(k.phone, '+'),
        (SELECT string_agg(concat_ws(' ', c.name, c.email, ltrim(c.phone, '+')), ' ' ORDER BY c.position)
         FROM customer_contact c WHERE c.company_id = k.company_id AND c.customer_id = k.id),
        (SELECT string_agg(concat_ws(' ', s.name, s.street, s.postal_code, s.town), ' ' ORDER BY s.id)
         FROM customer_site s WHERE s.company_id = k.company_id AND s.customer_id = k.id AND s.active))))
    FROM customer k WHERE k.company_id = company AND k.id = customer
);
UPDATE customer SET search_text = customer_document(company_id, id);

-- What a site is called: its name, else where it is.
CREATE FUNCTION site_label(name text, street text, town text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(nullif(name, ''), nullif(concat_ws(', ', nullif(street, ''), nullif(town, '')), ''));

CREATE OR REPLACE VIEW customer_search AS
    SELECT company_id, id, name, search_text, active, identity_number
    FROM customer WHERE company_id = current_company();

-- The list sorts by name as Swedes do.
CREATE INDEX customer_name ON customer (company_id, name COLLATE "sv-x-icu", id);
