-- A company's own roles choose their start page too; until then that of the role they are made from holds.
ALTER TABLE start_choice
    ADD COLUMN role_id smallint,
    ADD FOREIGN KEY (company_id, role_id) REFERENCES company_role ON DELETE CASCADE,
    DROP CONSTRAINT start_choice_check,
    ADD CONSTRAINT start_choice_whose CHECK (num_nonnulls(person_id, role, role_id) = 1),
    DROP CONSTRAINT start_choice_company_id_person_id_role_key,
    ADD CONSTRAINT start_choice_key UNIQUE NULLS NOT DISTINCT (company_id, person_id, role, role_id);
