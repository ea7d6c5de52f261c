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
    files::{File, KEPT_DAYS, removable},
    ids::{CaseNumber, CommentId, CompanyId, FileId, PersonId},
    people::Viewer,
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
        None => None,
    };
    let kept = keep(viewer, &mut tx, (new.case, said, new.external), files).await?;
    if said.is_none() {
        write(viewer, &mut tx, &case, &kept).await?;
    }
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
    let kept = keep(viewer, &mut tx, (number, None, false), files).await?;
    if !kept.is_empty() {
        let case = lock(viewer, &mut tx, number).await?;
        write(viewer, &mut tx, &case, &kept).await?;
    }
    once.done(viewer, &mut tx, number.0.into()).await?;
    tx.commit().await?;
    Ok(number)
}

/// What tells the files of one form from those of another, though each lies in a place of its own.
pub(crate) fn names(files: &[NewFile]) -> Vec<(&str, i64)> {
    files.iter().map(|file| (file.name.as_str(), file.size)).collect()
}

/// Of which case they are, with which comment, and whether the customer sees them. Gives what the history
/// tells of them when no comment does.
pub(crate) async fn keep(
    viewer: &Viewer,
    tx: &mut Tx,
    (case, said, external): (CaseNumber, Option<CommentId>, bool),
    files: &[NewFile],
) -> Result<Vec<Change>> {
    let mut kept = Vec::with_capacity(files.len());
    for file in files {
        let id = insert(viewer, tx, (case, said, external), file).await?;
        kept.push(Change::FileAdded { name: file.name.clone(), file: Some(id) });
    }
    Ok(kept)
}

async fn insert(
    viewer: &Viewer,
    tx: &mut Tx,
    (case, said, external): (CaseNumber, Option<CommentId>, bool),
    file: &NewFile,
) -> Result<FileId> {
    let inserted = sqlx::query_scalar!(
        r#"INSERT INTO case_file (company_id, number, comment_id, added_by, external, name, media, size, place,
                                  has_preview)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
           RETURNING id AS "id: FileId""#,
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
    );
    Ok(inserted.fetch_one(&mut **tx).await?)
}

/// The case's files and those of cases merged into it, oldest first; then those that were taken away and that the
/// viewer may still put back. The caller has made sure that the viewer sees the case.
pub(crate) async fn of_case(
    viewer: &Viewer,
    tx: &mut Tx,
    number: CaseNumber,
) -> Result<(Vec<File>, Vec<File>)> {
    let records = sqlx::query!(
        r#"SELECT id AS "id: FileId", comment_id AS "comment: CommentId", added_by AS "added_by: PersonId",
               external, name, size, has_preview, removed_at IS NOT NULL AS "removed!"
           FROM case_file
           WHERE company_id = $1 AND number = ANY(ARRAY(SELECT case_and_merged($1, $2)))
             AND (removed_at IS NULL OR removed_at > now() - make_interval(days => $3))
           ORDER BY id"#,
        viewer.company.0,
        number.0,
        KEPT_DAYS as i32
    )
    .fetch_all(&mut **tx)
    .await?;
    let (mut files, mut removed) = (Vec::new(), Vec::new());
    for record in records {
        let file = File {
            id: record.id,
            comment: record.comment,
            added_by: record.added_by,
            external: record.external,
            name: record.name,
            size: record.size,
            has_preview: record.has_preview,
        };
        match record.removed {
            false => files.push(file),
            true if file.removable(viewer) => removed.push(file),
            true => {}
        }
    }
    Ok((files, removed))
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
         WHERE c.company_id = $1 AND c.number = $2 AND f.id = $4 AND f.removed_at IS NULL
           AND ($3::int IS NULL OR EXISTS (SELECT FROM cases_concerning($3) v WHERE v.number = c.number))",
        viewer.company.0,
        number.0,
        visible::only_concerning(viewer),
        id.0
    );
    Ok(kept.fetch_optional(&mut *tx).await?.ok_or(Problem::NotFound)?)
}

/// Takes away a file that the case's page shows and tells so in the history. For [`KEPT_DAYS`] days its bytes stay
/// where they are, and it can be put back.
///
/// # Errors
/// Forbidden: somebody else's, without the right to change the case; not found.
pub async fn remove(viewer: &Viewer, db: &Db, number: CaseNumber, id: FileId) -> Result<()> {
    comment::may_say(viewer, false)?;
    let mut tx = db.begin(viewer).await?;
    let case = lock(viewer, &mut tx, number).await?;
    let name = take_away(viewer, &mut tx, number, id).await?.ok_or(Problem::NotFound)?;
    write(viewer, &mut tx, &case, &[Change::FileRemoved { name, file: Some(id) }]).await?;
    Ok(tx.commit().await?)
}

/// Puts back a file that was taken away and tells so in the history. One that is there already stays there, without a
/// word: it was asked for twice.
///
/// # Errors
/// Forbidden, as for [`remove`]; not found, also when it has been away for too long.
pub async fn restore(viewer: &Viewer, db: &Db, number: CaseNumber, id: FileId) -> Result<()> {
    comment::may_say(viewer, false)?;
    let mut tx = db.begin(viewer).await?;
    let case = lock(viewer, &mut tx, number).await?;
    match put_back(viewer, &mut tx, number, id).await? {
        Some(name) => {
            write(viewer, &mut tx, &case, &[Change::FileRestored { name, file: id }]).await?;
            Ok(tx.commit().await?)
        }
        None if of_case(viewer, &mut tx, number).await?.0.iter().any(|file| file.id == id) => Ok(()),
        None => Err(Problem::NotFound.into()),
    }
}

/// Takes away a file of a case that the transaction holds. Gives its name; none when it is not there.
pub(crate) async fn take_away(
    viewer: &Viewer,
    tx: &mut Tx,
    number: CaseNumber,
    id: FileId,
) -> Result<Option<String>> {
    let record = sqlx::query_as!(
        Moved,
        r#"UPDATE case_file SET removed_at = now()
           WHERE company_id = $1 AND number = ANY(ARRAY(SELECT case_and_merged($1, $2))) AND id = $3
             AND removed_at IS NULL
           RETURNING name, added_by AS "added_by: PersonId""#,
        viewer.company.0,
        number.0,
        id.0
    );
    allowed(viewer, record.fetch_optional(&mut **tx).await?)
}

/// Puts back a file of a case that the transaction holds. Gives its name; none when it is there, or gone for good.
pub(crate) async fn put_back(
    viewer: &Viewer,
    tx: &mut Tx,
    number: CaseNumber,
    id: FileId,
) -> Result<Option<String>> {
    let record = sqlx::query_as!(
        Moved,
        r#"UPDATE case_file SET removed_at = NULL
           WHERE company_id = $1 AND number = ANY(ARRAY(SELECT case_and_merged($1, $2))) AND id = $3
             AND removed_at > now() - make_interval(days => $4)
           RETURNING name, added_by AS "added_by: PersonId""#,
        viewer.company.0,
        number.0,
        id.0,
        KEPT_DAYS as i32
    );
    allowed(viewer, record.fetch_optional(&mut **tx).await?)
}

/// A file that goes or comes back: what it is called, and whose it is.
struct Moved {
    name: String,
    added_by: PersonId,
}

fn allowed(viewer: &Viewer, moved: Option<Moved>) -> Result<Option<String>> {
    match moved {
        Some(file) if !removable(viewer, file.added_by) => Err(Problem::Forbidden.into()),
        moved => Ok(moved.map(|file| file.name)),
    }
}

/// Lets go of the company's files that were taken away too long ago to be put back. Done by the server itself, on
/// nobody's behalf; their bytes are left over from then on.
///
/// # Errors
/// When the database does not answer.
pub async fn let_go(db: &Db, company: CompanyId) -> Result<()> {
    let mut tx = db.begin_in(company).await?;
    sqlx::query!(
        "DELETE FROM case_file WHERE company_id = $1 AND removed_at <= now() - make_interval(days => $2)",
        company.0,
        KEPT_DAYS as i32
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Those of the places where a file of the company lies, also one that was taken away: all else there is left over.
/// Asked by the server itself, on nobody's behalf.
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
