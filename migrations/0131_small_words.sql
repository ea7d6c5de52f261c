-- Words that say nothing ("det", "sedan") are in no tsvector. Whoever searches for nothing else means a subject that
-- has them: its words as they are written, all of them. The subject is the document's first line.
CREATE FUNCTION case_subject_words(folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('simple', regexp_replace(split_part(folded, E'\n', 1), '[^[:alnum:]\s]+', ' ', 'g'));

CREATE INDEX case_text_subject ON case_text USING gin (company_id, case_subject_words(search_text));
-- Open cases are few, and what is common is common among closed ones.
CREATE INDEX case_text_subject_open ON case_text USING gin (company_id, case_subject_words(search_text)) WHERE is_open;
