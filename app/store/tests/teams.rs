//! Teams: the company's list of them, and cases that have one.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixtures;
mod witness;

use domain::{
    cases::{BulkChange, Channel, Edit, Filter, NewCase, Selection},
    events::Change,
    ids::{CaseNumber, TeamId},
    problem::{Field, Problem, Refusal},
    teams::Step,
};
use fixtures::{House, house, register};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{cases, teams};
use witness::{invalid, last_change, refused};

const NORD: TeamId = TeamId(1);
const SYD: TeamId = TeamId(2);

async fn with_teams(pool: PgPoolOptions, connect: PgConnectOptions) -> House {
    let house = house(pool, connect).await;
    for (name, id) in [("Lag Nord", NORD), ("Lag Syd", SYD)] {
        assert_eq!(teams::add(&house.ours.administrator, &house.db, name).await.unwrap(), id);
    }
    house
}

async fn case_of(house: &House, subject: &str, team: Option<TeamId>) -> CaseNumber {
    register(house, &house.ours.office, NewCase { team, ..NewCase::new(subject, Channel::Phone) }).await
}

async fn found(house: &House, query: &str) -> Vec<String> {
    let page = cases::list(&house.ours.office, &house.db, &Filter::from_query(query)).await.unwrap();
    page.rows.into_iter().map(|row| row.subject).collect()
}

#[sqlx::test(migrations = "../../migrations")]
async fn teams_are_ordered_renamed_hidden_and_removed(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = with_teams(pool, connect).await;
    let (db, admin) = (&house.db, &house.ours.administrator);
    teams::step(admin, db, SYD, Step::Up).await.unwrap();
    teams::step(admin, db, SYD, Step::Up).await.unwrap();
    teams::rename(admin, db, SYD, "  Lag  Öst ").await.unwrap();
    teams::hide(admin, db, NORD, true).await.unwrap();
    let list = teams::list(admin, db).await.unwrap();
    let names: Vec<_> = list.iter().map(|team| (team.name.as_str(), team.hidden)).collect();
    assert_eq!(names, [("Lag Öst", false), ("Lag Nord", true)]);
    case_of(&house, "Nyckel", Some(SYD)).await;
    assert_eq!(invalid(teams::remove(admin, db, SYD).await), [(Field::Team, Refusal::InUse)]);
    teams::remove(admin, db, NORD).await.unwrap();
    assert_eq!(refused(teams::remove(admin, db, NORD).await), Problem::NotFound);
    assert_eq!(invalid(teams::add(admin, db, "lag öst").await), [(Field::Team, Refusal::Taken)]);
    assert_eq!(invalid(teams::add(admin, db, " ").await), [(Field::Team, Refusal::Empty)]);
    // Its old address is still its own: a new team of that name gets another.
    teams::add(admin, db, "Lag Syd").await.unwrap();
    let words = cases::vocabulary(admin, db).await.unwrap();
    let slugs: Vec<_> = words.teams.iter().map(|team| team.slug.as_str()).collect();
    assert_eq!(slugs, ["lag-syd", "lag-syd-3"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn only_who_manages_people_changes_teams(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = with_teams(pool, connect).await;
    let (db, office) = (&house.db, &house.ours.office);
    assert_eq!(refused(teams::list(office, db).await), Problem::Forbidden);
    assert_eq!(refused(teams::add(office, db, "Lag Öst").await), Problem::Forbidden);
    assert_eq!(refused(teams::rename(office, db, SYD, "Lag Öst").await), Problem::Forbidden);
    assert_eq!(refused(teams::hide(office, db, SYD, true).await), Problem::Forbidden);
    assert_eq!(refused(teams::step(office, db, SYD, Step::Up).await), Problem::Forbidden);
    assert_eq!(refused(teams::remove(office, db, SYD).await), Problem::Forbidden);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_case_has_a_team_as_it_has_a_responsible(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = with_teams(pool, connect).await;
    let (db, office) = (&house.db, &house.ours.office);
    let number = case_of(&house, "Nyckel", Some(NORD)).await;
    assert_eq!(cases::row(office, db, number).await.unwrap().team, Some(NORD));
    let saved = cases::update(office, db, number, 1, Edit::Team(Some(SYD))).await.unwrap();
    assert_eq!((saved.row.team, saved.changed), (Some(SYD), true));
    assert_eq!(last_change(&house, office, number).await, [Change::Team { from: Some(NORD), to: Some(SYD) }]);
    assert!(!cases::update(office, db, number, 2, Edit::Team(Some(SYD))).await.unwrap().changed);
    let unknown = [(Field::Team, Refusal::Unknown)];
    assert_eq!(invalid(cases::update(office, db, number, 2, Edit::Team(Some(TeamId(9)))).await), unknown);
    teams::hide(&house.ours.administrator, db, NORD, true).await.unwrap();
    assert_eq!(invalid(cases::update(office, db, number, 2, Edit::Team(Some(NORD))).await), unknown);
    let hidden = NewCase { team: Some(NORD), ..NewCase::new("Mopp", Channel::Phone) };
    assert_eq!(invalid(cases::create(office, db, hidden).await), unknown);
}

#[sqlx::test(migrations = "../../migrations")]
async fn many_cases_get_a_team_at_once_and_lose_it_again(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = with_teams(pool, connect).await;
    let (db, office) = (&house.db, &house.ours.office);
    let number = case_of(&house, "Nyckel", Some(NORD)).await;
    case_of(&house, "Mopp", None).await;
    let change = BulkChange { selection: Selection::Matching(Box::default()), edit: Edit::Team(Some(SYD)) };
    let receipt = cases::change_many(office, db, change).await.unwrap();
    assert_eq!(receipt.changed, 2);
    cases::undo(office, db, receipt.batch.unwrap()).await.unwrap();
    assert_eq!(cases::row(office, db, number).await.unwrap().team, Some(NORD));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_list_is_narrowed_by_team(pool: PgPoolOptions, connect: PgConnectOptions) {
    let house = with_teams(pool, connect).await;
    case_of(&house, "nord", Some(NORD)).await;
    case_of(&house, "syd", Some(SYD)).await;
    case_of(&house, "utan", None).await;
    assert_eq!(found(&house, "team=lag-nord").await, ["nord"]);
    assert_eq!(found(&house, "team=lag-nord,lag-syd").await, ["syd", "nord"]);
    assert_eq!(found(&house, "team=ingen").await, ["utan"]);
    assert_eq!(found(&house, "team=ingen,lag-syd").await, ["utan", "syd"]);
    assert!(found(&house, "team=finns-inte").await.is_empty());
}
