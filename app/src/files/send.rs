//! Sends a form with files and tells how far it has come, which `fetch` cannot. What is cut is sent again
//! by itself: the form's key lets it be done once.

use super::Choosing;
use domain::problem::Problem;
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};
use send_wrapper::SendWrapper;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{FormData, ProgressEvent, XmlHttpRequest};

/// So often it is tried; then one says when. While the browser itself knows of no network nothing is tried.
const TRIES: u32 = 12;
/// The first and the longest pause, in milliseconds; each is twice the one before.
const PAUSE: u32 = 1_000;
const LONGEST: u32 = 15_000;
/// While one waits, what has happened meanwhile is looked for so often, in milliseconds.
const STEP: u32 = 250;

/// How the sending goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sending {
    /// Nothing is on its way.
    #[default]
    Not,
    /// It is on its way.
    Leaving,
    /// The line was cut; it is sent again by itself.
    Waiting,
    /// The line was cut too often; one says when it is sent again.
    Stopped,
}

/// What came of it.
pub(crate) enum Sent {
    /// The server has it, and says this.
    Done(String),
    /// Why it has not.
    Refused(Problem),
    /// One thought better of it.
    Cancelled {
        /// All of it had left, and no answer came: it may be there.
        may_be_there: bool,
    },
}

impl Choosing {
    /// Posts the form, and says what came of it.
    pub(crate) fn send(self, address: String, form: FormData, done: impl FnOnce(Sent) + 'static) {
        let upload = Rc::new(Upload {
            choosing: self,
            address,
            form,
            request: RefCell::default(),
            tries: Cell::new(0),
            is_cancelled: Cell::new(false),
            may_be_there: Cell::new(false),
            done: Cell::new(Some(Box::new(done))),
        });
        self.upload.set_value(Some(SendWrapper::new(upload.clone())));
        upload.start();
    }

    /// Whether something is on its way.
    pub(super) fn is_sending(self) -> bool {
        self.sending.get() != Sending::Not
    }

    /// The same, where nothing follows it.
    pub(crate) fn is_under_way(self) -> bool {
        self.sending.get_untracked() != Sending::Not
    }

    /// Sends again what has stopped.
    pub(super) fn try_again(self) {
        if let Some(upload) = self.upload.get_value() {
            upload.tries.set(0);
            upload.take().start();
        }
    }

    /// Sends it no more. What was chosen stays.
    pub(super) fn cancel(self) {
        if let Some(upload) = self.upload.get_value() {
            upload.take().cancel();
        }
    }
}

/// Called with what came of it.
type Told = Box<dyn FnOnce(Sent)>;

/// A form on its way. It goes on when the page it stood on is left.
pub(super) struct Upload {
    choosing: Choosing,
    address: String,
    form: FormData,
    /// While it is under way.
    request: RefCell<Option<XmlHttpRequest>>,
    tries: Cell<u32>,
    is_cancelled: Cell<bool>,
    may_be_there: Cell<bool>,
    done: Cell<Option<Told>>,
}

impl Upload {
    fn start(self: Rc<Self>) {
        self.tries.set(self.tries.get() + 1);
        self.choosing.left.try_set((0., 0.));
        self.show(Sending::Leaving);
        let upload = self.clone();
        let told = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
            upload.may_be_there.set(upload.may_be_there.get() || event.loaded() >= event.total());
            upload.choosing.left.try_set((event.loaded(), event.total()));
        });
        let Ok(request) = begin(&self.address, &told) else { return self.cut() };
        let form = self.form.clone();
        self.request.replace(Some(request.clone()));
        // It runs once, whatever the end is.
        let ended = Closure::once_into_js(move || {
            drop(told);
            self.ended();
        });
        request.set_onloadend(Some(ended.unchecked_ref()));
        // What cannot be sent ends too.
        let _ = request.send_with_opt_form_data(Some(&form));
    }

    fn ended(self: Rc<Self>) {
        let request = self.request.take();
        match request.and_then(|request| answer(&request)) {
            _ if self.is_cancelled.get() => self.finish_cancelled(),
            Some(sent) => self.finish(sent),
            None => self.cut(),
        }
    }

    fn cut(self: Rc<Self>) {
        let tries = self.tries.get();
        if tries < TRIES {
            self.show(Sending::Waiting);
            spawn_local(self.wait(LONGEST.min(PAUSE << (tries - 1).min(4))));
        } else if !self.show(Sending::Stopped) {
            // Nobody is there to press.
            self.finish(Sent::Refused(Problem::Offline));
        }
    }

    /// Until the pause is over, or the network is back that was gone.
    async fn wait(self: Rc<Self>, pause: u32) {
        let until = js_sys::Date::now() + f64::from(pause);
        let mut was_offline = false;
        loop {
            TimeoutFuture::new(STEP).await;
            if self.is_cancelled.get() {
                return self.finish_cancelled();
            }
            match window().navigator().on_line() {
                true if was_offline || js_sys::Date::now() >= until => return self.start(),
                is_online => was_offline = !is_online,
            }
        }
    }

    fn cancel(self: Rc<Self>) {
        self.is_cancelled.set(true);
        let request = self.request.borrow().clone();
        match (request, self.choosing.sending.get_untracked()) {
            // It ends then.
            (Some(request), _) => _ = request.abort(),
            (None, Sending::Stopped) => self.finish_cancelled(),
            // Whoever waits sees it.
            (None, _) => {}
        }
    }

    fn finish_cancelled(&self) {
        self.finish(Sent::Cancelled { may_be_there: self.may_be_there.get() });
    }

    fn finish(&self, sent: Sent) {
        self.show(Sending::Not);
        self.choosing.upload.try_set_value(None);
        if let Some(done) = self.done.take() {
            done(sent);
        }
    }

    /// False when the page has been left.
    fn show(&self, sending: Sending) -> bool {
        self.choosing.sending.try_set(sending).is_none()
    }
}

fn begin(address: &str, told: &Closure<dyn FnMut(ProgressEvent)>) -> Result<XmlHttpRequest, JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open("POST", address)?;
    request.set_request_header("Accept", "application/json")?;
    request.upload()?.set_onprogress(Some(told.as_ref().unchecked_ref()));
    Ok(request)
}

/// What the server said; none when it said nothing, or something between us and it answered in its place.
fn answer(request: &XmlHttpRequest) -> Option<Sent> {
    let status = request.status().unwrap_or_default();
    let said = request.response_text().ok().flatten().unwrap_or_default();
    // Without a session one is led to the login.
    if request.response_url().contains("/logga-in") {
        return Some(Sent::Refused(Problem::Unauthenticated));
    }
    match (status, serde_json::from_str::<Problem>(&said)) {
        (0 | 502..=504, _) => None,
        (200..=299, _) => Some(Sent::Done(said)),
        (_, Ok(problem)) => Some(Sent::Refused(problem)),
        (500.., Err(_)) => None,
        (_, Err(_)) => Some(Sent::Refused(Problem::Malformed)),
    }
}
