//! Many companies in one installation: each a copy of the demo's second one, which nobody looks at. What is measured is
//! the first, beside them.

use crate::{Failure, database::Database};

/// Puts copies of the second company into the database until there are so many companies. Every table that has a
/// company in its key is copied, whatever it is: a new one needs no word here.
pub(crate) fn fill(database: &Database, companies: u32) -> Result<(), Failure> {
    database.ask(&COPY.replace("{companies}", &companies.to_string()))?;
    database.ask("VACUUM (ANALYZE)")?;
    Ok(())
}

/// Without triggers: what they would write is copied too, and what a key refers to comes with it. A login is unique over
/// all companies.
const COPY: &str = "
    DO $$
    DECLARE filled record;
    BEGIN
        SET LOCAL session_replication_role = replica;
        FOR filled IN
            SELECT c.table_name,
                   string_agg(quote_ident(c.column_name), ', ') AS columns,
                   string_agg(CASE
                       WHEN c.column_name = k.company THEN 'copy'
                       WHEN c.table_name = 'person' AND c.column_name IN ('email', 'user_name')
                           THEN 'copy || ''.'' || ' || c.column_name
                       ELSE quote_ident(c.column_name) END, ', ') AS values,
                   min(k.company) AS company
            FROM information_schema.columns c
            JOIN pg_class t ON t.relname = c.table_name AND t.relkind = 'r'
            CROSS JOIN LATERAL (SELECT CASE c.table_name WHEN 'company' THEN 'id' ELSE 'company_id' END AS company) k
            WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER'
              AND c.table_name NOT IN ('session', 'invitation', 'widget_key')
            GROUP BY c.table_name
            HAVING bool_or(c.column_name = k.company)
        LOOP
            EXECUTE format('INSERT INTO %I (%s) OVERRIDING SYSTEM VALUE
                            SELECT %s FROM %I, generate_series(3, {companies}) copy WHERE %I = 2',
                           filled.table_name, filled.columns, filled.values, filled.table_name, filled.company);
        END LOOP;
    END $$";
