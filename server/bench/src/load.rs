//! Clients that ask as fast as they are answered.

use crate::{Failure, acts::Act, http::Connection};
use std::{
    thread,
    time::{Duration, Instant},
};

/// What clients saw.
pub(crate) struct Load {
    /// Microseconds from sending to the last byte.
    waits: Vec<u32>,
    time: Duration,
}

impl Load {
    /// Lets so many clients do it for that long.
    pub(crate) fn run(act: &Act, clients: usize, time: Duration) -> Result<Self, Failure> {
        let begin = Instant::now();
        let until = begin + time;
        let waits = thread::scope(|scope| {
            let clients: Vec<_> =
                (0..clients).map(|client| scope.spawn(move || ask(act, client, until))).collect();
            let mut waits = Vec::new();
            for client in clients {
                waits.extend(client.join().map_err(|_| "a client panicked")??);
            }
            Ok::<_, Failure>(waits)
        })?;
        Ok(Self { waits, time: begin.elapsed() })
    }

    /// What came after it.
    pub(crate) fn add(&mut self, other: Self) {
        self.waits.extend(other.waits);
        self.time += other.time;
    }

    pub(crate) fn count(&self) -> usize {
        self.waits.len()
    }

    pub(crate) fn per_second(&self) -> f64 {
        self.count() as f64 / self.time.as_secs_f64()
    }

    /// Milliseconds that so many of a hundred waited at most.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let mut waits = self.waits.clone();
        waits.sort_unstable();
        let place = (waits.len() * percent / 100).min(waits.len().saturating_sub(1));
        waits.get(place).map_or(f64::NAN, |wait| f64::from(*wait) / 1000.0)
    }
}

/// Lets so many clients do it so often each.
pub(crate) fn times(act: &Act, clients: usize, times: usize) -> Result<(), Failure> {
    let each = move |client| {
        let mut connection = Connection::open(act.address())?;
        (0..times).try_for_each(|_| act.judge(&connection.send(&act.next(client))?))
    };
    thread::scope(|scope| {
        let clients: Vec<_> = (0..clients).map(|client| scope.spawn(move || each(client))).collect();
        clients.into_iter().try_for_each(|client| client.join().map_err(|_| "a client panicked")?)
    })
}

fn ask(act: &Act, client: usize, until: Instant) -> Result<Vec<u32>, Failure> {
    let mut connection = Connection::open(act.address())?;
    let mut waits = Vec::new();
    while Instant::now() < until {
        let request = act.next(client);
        let begin = Instant::now();
        let answer = connection.send(&request)?;
        waits.push(u32::try_from(begin.elapsed().as_micros())?);
        act.judge(&answer)?;
    }
    Ok(waits)
}
