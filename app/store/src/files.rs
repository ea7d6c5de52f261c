//! Files on cases and comments: what they are called and where their bytes lie. The bytes
//! themselves are the server's.

use crate::{
    Db, Error, Result, Tx,
    cases::{self, comment, lock::lock, write::write},
    once::{self, Once},
    visible,
};
use domain::{
    cases::NewCase,
    events::{Change, NewComment},
    files::File,
    ids::{CaseNumber, CommentId, CompanyId, FileId, PersonId},
    people::Viewer,
    policy::{self, Action},
    problem::{Field, Problem, Refusal},
    validate,
};

/// A file whose bytes are kept already.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// What it is called; sound by `domain::files::name`.
    pub name: String,
    /// Media type by its first bytes.
    pub media: String,
    /// Its bytes.
    pub size: i64,
    /// Where they lie.
    pub place: String,
    /// There is a picture of it beside it.
    pub has_preview: bool,
}

/// Where a file's bytes are, and how they are handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What it is called.
    pub name: String,
    /// Media type by its first bytes.
    pub media: String,
    /// Where its bytes lie.
    pub place: String,
    /// There is a picture of it beside it.
    pub has_preview: bool,
}

/// Whether the viewer may attach something to the case, so that colleagues or the customer see it:
/// asked before any byte is taken.
///
/// # Errors
/// Forbidden; not found.
pub async fn may_attach(viewer: &Viewer, db: &Db, number: CaseNumber) -> Result<()> {
    comment::may_say(viewer, false).or_else(|_| comment::may_say(viewer, true))?;
    let mut tx = db.begin(viewer).await?;
    lock(viewer, &mut tx, number).await.map(drop)
}

/// Adds the files, with the comment that says something about them or, without a word, to the case
/// itself: then the history tells of them.
///
/// # Errors
/// As for a comment; invalid also when there is neither file nor word.
pub async fn attach(
    viewer: &Viewer,
    db: &Db,
    new: NewComment,
    files: &[NewFile],
    key: Option<&str>,
) -> Result<()> {
    comment::may_say(viewer, new.external)?;
    let is_silent = new.body.trim().is_empty();
    if is_silent && files.is_empty() {
        return Err(Error::field(Field::Files, Refusal::Empty));
    }
    let body = if is_silent { None } else { Some(validate::comment(&new.body)?) };
    let mut tx = db.begin(viewer).await?;
    let once = once::begin(viewer, &mut tx, key, &(&new, names(files))).await?;
    if let Once::Before(_) = once {
        return Ok(());
    }
    let case = comment::hold(viewer, &mut tx, &new).await?;
    let said = match body {
        Some(body) => Some(comment::write(viewer, &mut tx, &case, new.external, body).await?.id),
        None => {
            write(viewer, &mut tx, &case, &added(files)).await?;
            None
        }
    };
    keep(viewer, &mut tx, (new.case, said, new.external), files).await?;
    once.done(viewer, &mut tx, said.map_or(0, |said| said.0)).await?;
    tx.commit().await?;
    Ok(())
}

/// Registers a case with files of its own: both or neither. For colleagues only.
///
/// # Errors
/// As for a case and for a comment.
pub async fn create(
    viewer: &Viewer,
    db: &Db,
    new: NewCase,
    files: &[NewFile],
    key: Option<&str>,
) -> Result<CaseNumber> {
    if !files.is_empty() {
        comment::may_say(viewer, false)?;
    }
    let mut tx = db.begin(viewer).await?;
    let once = once::begin(viewer, &mut tx, key, &(&new, names(files))).await?;
    if let Once::Before(number) = once {
        return Ok(CaseNumber(number as i32));
    }
    let number = cases::create::create_in(viewer, &mut tx, new).await?;
    if !files.is_empty() {
        let case = lock(viewer, &mut tx, number).await?;
        write(viewer, &mut tx, &case, &added(files)).await?;
    }
    keep(viewer, &mut tx, (number, None, false), files).await?;
    once.done(viewer, &mut tx, number.0.into()).await?;
    tx.commit().await?;
    Ok(number)
}

/// What tells the files of one form from those of another, though each lies in a place of its own.
fn names(files: &[NewFile]) -> Vec<(&str, i64)> {
    files.iter().map(|file| (file.name.as_str(), file.size)).collect()
}

fn added(files: &[NewFile]) -> Vec<Change> {
    files.iter().map(|file| Change::FileAdded { name: file.name.clone() }).collect()
}

/// Of which case they are, with which comment, and whether the customer sees them.
pub(crate) async fn keep(
    viewer: &Viewer,
    tx: &mut Tx,
    (case, said, external): (CaseNumber, Option<CommentId>, bool),
    files: &[NewFile],
) -> Result<()> {
    for file in files {
        insert(viewer, tx, (case, said, external), file).await?;
    }
    Ok(())
}

async fn insert(
    viewer: &Viewer,
    tx: &mut Tx,
    (case, said, external): (CaseNumber, Option<CommentId>, bool),
    file: &NewFile,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO case_file (company_id, number, comment_id, added_by, external, name, media, size, place,
                                has_preview)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        viewer.company.0,
        case.0,
        said.map(|id| id.0),
        viewer.person.0,
        external,
        file.name,
        file.media,
        file.size,
        file.place,
        file.has_preview,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The case's files and those of cases merged into it, oldest first. The caller has made sure that
/// the viewer sees the case.
pub(crate) async fn of_case(viewer: &Viewer, tx: &mut Tx, number: CaseNumber) -> Result<Vec<File>> {
    let files = sqlx::query_as!(
        File,
        r#"SELECT id AS "id: FileId", comment_id AS "comment: CommentId", added_by AS "added_by: PersonId",
               external, name, size, has_preview
           FROM case_file
           WHERE company_id = $1 AND number = ANY(ARRAY(SELECT case_and_merged($1, $2)))
           ORDER BY id"#,
        viewer.company.0,
        number.0
    );
    Ok(files.fetch_all(&mut **tx).await?)
}

/// Where the file lies that the case's page shows.
///
/// # Errors
/// Not found, also when the viewer does not see its case.
pub async fn find(viewer: &Viewer, db: &Db, number: CaseNumber, id: FileId) -> Result<Kept> {
    let mut tx = db.begin(viewer).await?;
    let kept = sqlx::query_as!(
        Kept,
        "SELECT f.name, f.media, f.place, f.has_preview
         FROM cases c JOIN case_file f ON f.company_id = c.company_id
             AND f.number = ANY(ARRAY(SELECT case_and_merged($1, $2)))
         WHERE c.company_id = $1 AND c.number = $2 AND f.id = $4
           AND ($3::int IS NULL OR EXISTS (SELECT FROM cases_concerning($3) v WHERE v.number = c.number))",
        viewer.company.0,
        number.0,
        visible::only_concerning(viewer),
        id.0
    );
    Ok(kept.fetch_optional(&mut *tx).await?.ok_or(Problem::NotFound)?)
}

/// Takes away a file that the case's page shows and tells so in the history. Gives where its bytes lay, to be deleted.
///
/// # Errors
/// Forbidden: somebody else's, without the right to change the case; not found.
pub async fn remove(viewer: &Viewer, db: &Db, number: CaseNumber, id: FileId) -> Result<String> {
    comment::may_say(viewer, false)?;
    let mut tx = db.begin(viewer).await?;
    let case = lock(viewer, &mut tx, number).await?;
    let removed = sqlx::query!(
        "DELETE FROM case_file
         WHERE company_id = $1 AND number = ANY(ARRAY(SELECT case_and_merged($1, $2))) AND id = $3
         RETURNING name, place, added_by",
        viewer.company.0,
        number.0,
        id.0
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(Problem::NotFound)?;
    if removed.added_by != viewer.person.0 && !policy::can(viewer, Action::ChangeCase) {
        return Err(Problem::Forbidden.into());
    }
    write(viewer, &mut tx, &case, &[Change::FileRemoved { name: removed.name }]).await?;
    tx.commit().await?;
    Ok(removed.place)
}

/// Those of the places where a file of the company lies: all else there is left over. Asked by the
/// server itself, on nobody's behalf.
///
/// # Errors
/// When the database does not answer.
pub async fn known(db: &Db, company: CompanyId, places: &[String]) -> Result<Vec<String>> {
    let mut tx = db.begin_in(company).await?;
    let known = sqlx::query_scalar!(
        "SELECT place FROM case_file WHERE company_id = $1 AND place = ANY($2)",
        company.0,
        places
    );
    Ok(known.fetch_all(&mut *tx).await?)
}
