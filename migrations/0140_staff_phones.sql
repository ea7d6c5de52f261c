-- Phones of staff and of customers' logins are kept as E.164 too, as customers' have been since 0010. What cannot be
-- read as a number stays as it was typed, until somebody writes it anew.
UPDATE person p SET phone = '+' || read.digits
FROM (
    SELECT company_id, id,
        -- Swedes who write +46 018… mean the same number.
        regexp_replace(CASE
            WHEN typed LIKE '+%' THEN digits
            WHEN digits LIKE '00%' THEN substr(digits, 3)
            WHEN digits LIKE '0%' THEN '46' || substr(digits, 2)
        END, '^460', '46') AS digits
    FROM (
        SELECT company_id, id, typed, regexp_replace(typed, '[^0-9]', '', 'g') AS digits
        FROM (SELECT company_id, id, replace(trim(phone), '(0)', '') AS typed FROM person) t
        WHERE typed ~ '^[0-9[:space:]+()./–-]+$') d) read
WHERE read.company_id = p.company_id AND read.id = p.id AND read.digits ~ '^[1-9][0-9]{7,14}$';
