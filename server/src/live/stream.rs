//! `GET /api/live?efter=…`: one browser's stream of news (Server-Sent Events).

use super::hub::{Hub, Item, Listening};
use crate::auth::{Secure, session_key};
use app::{
    AppError,
    request::{Services, Session, status_of},
};
use axum::{
    Extension,
    extract::{Query, State},
    http::request::Parts,
    response::{
        IntoResponse, Response,
        sse::{Event, Sse},
    },
};
use domain::{
    live::SIGN_OF_LIFE,
    people::Viewer,
    policy::{Action, can},
    problem::Problem,
};
use futures::stream::unfold;
use serde::Deserialize;
use std::{collections::VecDeque, convert::Infallible, sync::Arc, time::Duration};
use store::Db;
use tokio::{
    sync::{
        broadcast::{self, error::RecvError},
        watch,
    },
    time::{Interval, interval},
};

/// The name of an event that says nothing but that the stream runs.
const ALIVE: &str = "alive";
/// The name of an event that says who has which case open.
const PRESENCE: &str = "presence";
/// How soon a browser comes back after its stream has ended: at a deploy, for one.
const COME_BACK: Duration = Duration::from_secs(1);

#[derive(Deserialize)]
pub(super) struct Asked {
    /// The number of the last news that the page knew of.
    efter: Option<String>,
}

pub(super) async fn open(
    State(services): State<Services>,
    Extension(hub): Extension<Hub>,
    Extension(secure): Extension<Secure>,
    Extension(Session(viewer)): Extension<Session>,
    Query(asked): Query<Asked>,
    parts: Parts,
) -> Response {
    if !can(&viewer, Action::UseDesk) && !can(&viewer, Action::UsePhone) {
        return refused(Problem::Forbidden);
    }
    let Some(key) = session_key(&parts, secure) else {
        return refused(Problem::Unauthenticated);
    };
    // What a browser says that comes back by itself is newer than the address that it came to first.
    let last = parts.headers.get("last-event-id").and_then(|last| last.to_str().ok());
    let Listening { missed, receiver, is_closed } =
        hub.follow(viewer.company, last.or(asked.efter.as_deref()));
    let looking = Looking {
        hub,
        db: services.db,
        viewer,
        key,
        waiting: missed,
        receiver,
        is_closed,
        beat: interval(Duration::from_secs(u64::from(SIGN_OF_LIFE))),
    };
    Sse::new(unfold(looking, Looking::next)).into_response()
}

fn refused(problem: Problem) -> Response {
    (status_of(&problem), axum::Json(AppError(problem))).into_response()
}

/// Somebody at the other end.
struct Looking {
    hub: Hub,
    db: Db,
    viewer: Arc<Viewer>,
    /// Their session's.
    key: [u8; 32],
    waiting: VecDeque<Item>,
    receiver: broadcast::Receiver<Item>,
    is_closed: watch::Receiver<bool>,
    beat: Interval,
}

impl Looking {
    /// Ends with the server, and with the session.
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        while !*self.is_closed.borrow() {
            while let Some(item) = self.waiting.pop_front() {
                if let Some(event) = self.event(&item).await {
                    return Some((Ok(event), self));
                }
            }
            let told = tokio::select! {
                _ = self.is_closed.changed() => return None,
                told = self.receiver.recv() => Some(told),
                _ = self.beat.tick() => None,
            };
            match told {
                Some(Ok(item)) => self.waiting.push_back(item),
                Some(Err(RecvError::Lagged(_))) => self.waiting.extend(self.hub.gap(self.viewer.company)),
                Some(Err(RecvError::Closed)) => return None,
                None => {
                    self.viewer = self.still_there().await?;
                    let alive = Event::default().event(ALIVE).data("+").retry(COME_BACK);
                    return Some((Ok(alive), self));
                }
            }
        }
        None
    }

    /// What of it is for the viewer.
    async fn event(&self, item: &Item) -> Option<Event> {
        match item {
            Item::News(told) => {
                let heard = self.hub.heard(&self.viewer, told).await?;
                Some(Event::default().id(self.hub.number(told)).data(heard.to_string()))
            }
            Item::Presence(seen) => {
                let presence = self.hub.seen(&self.viewer, seen).await?;
                Some(Event::default().event(PRESENCE).data(presence.to_string()))
            }
        }
    }

    /// The viewer as they are now: a session may have been ended, a right taken.
    async fn still_there(&self) -> Option<Arc<Viewer>> {
        match store::sessions::viewer(&self.db, &self.key).await {
            Ok(viewer) => viewer.map(Arc::new),
            // The database will be back; until then there is nothing to tell.
            Err(_) => Some(self.viewer.clone()),
        }
    }
}
