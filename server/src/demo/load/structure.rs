//! Takes down what makes a load slow, and puts it back: indexes, references and triggers of the cases'
//! tables.
//! An index of a million rows is made in a fraction of the time that it takes to keep it.

use super::{Error, progress::Progress};
use sqlx::{AssertSqlSafe, PgConnection};

/// What has been taken down, as the statements that put it back.
pub(super) struct Structure {
    put_back: Vec<String>,
}

impl Structure {
    /// Drops references and all indexes that are no keys of these tables, and silences their triggers. Within the transaction:
    /// if it fails, nothing is missing.
    pub(super) async fn take_down(connection: &mut PgConnection, tables: &[&str]) -> Result<Self, Error> {
        let statements: Vec<(String, String)> = sqlx::query_as(
            "SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
             FROM pg_index
             WHERE indrelid = ANY($1::text[]::regclass[])
               AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
             UNION ALL
             SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                 format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
             FROM pg_constraint
             WHERE contype = 'f' AND conrelid = ANY($1::text[]::regclass[])
             UNION ALL
             SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname),
                 format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname)
             FROM pg_trigger
             WHERE NOT tgisinternal AND tgrelid = ANY($1::text[]::regclass[])",
        )
        .bind(tables)
        .fetch_all(&mut *connection)
        .await?;
        let (take_down, put_back): (Vec<_>, Vec<_>) = statements.into_iter().unzip();
        sqlx::raw_sql(AssertSqlSafe(take_down.join(";"))).execute(connection).await?;
        Ok(Self { put_back })
    }

    /// Makes the indexes, then the references, which checks that all rows keep to them.
    pub(super) async fn put_back(
        self,
        connection: &mut PgConnection,
        progress: &mut Progress,
    ) -> Result<(), Error> {
        let total = self.put_back.len();
        for (done, statement) in self.put_back.into_iter().enumerate() {
            progress.tell("indexes and references", done, total);
            sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut *connection).await?;
        }
        Ok(())
    }
}
