//! A client that costs little: it shares the processors with what it measures.
//!
//! Blocking, one connection, HTTP/1.1. It reads an answer to its end and understands of it only what is needed here.

use crate::Failure;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
};

/// A request as it goes over the wire.
pub(crate) struct Request(Vec<u8>);

/// Who asks: the server's address and, after the login, the session's cookie.
#[derive(Clone)]
pub(crate) struct Asker {
    pub(crate) address: SocketAddr,
    pub(crate) cookie: String,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Name and value of the cookie that was set.
    pub(crate) cookie: Option<String>,
    pub(crate) body: Vec<u8>,
}

impl Asker {
    /// A page, as a browser asks for it: compressed.
    pub(crate) fn page(&self, path: &str) -> Request {
        self.request("GET", path, "accept: text/html\r\naccept-encoding: gzip, deflate, br\r\n", "")
    }

    /// A server function, as our page calls it in a browser.
    pub(crate) fn call(&self, function: &str, arguments: &serde_json::Value) -> Request {
        let headers = "accept: application/json\r\naccept-encoding: gzip, deflate, br\r\n\
                       content-type: application/json\r\n";
        self.request("POST", &format!("/api/{function}"), headers, &arguments.to_string())
    }

    /// The same, answered as it is, to be read here.
    pub(crate) fn plain_call(&self, function: &str, arguments: &serde_json::Value) -> Request {
        let headers = "accept: application/json\r\ncontent-type: application/json\r\n";
        self.request("POST", &format!("/api/{function}"), headers, &arguments.to_string())
    }

    /// Opens a stream of news, and leaves what comes unread.
    pub(crate) fn listen(&self) -> Result<TcpStream, Failure> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.write_all(&self.request("GET", "/api/live", "accept: text/event-stream\r\n", "").0)?;
        Ok(stream)
    }

    /// A plain form.
    pub(crate) fn form(&self, path: &str, fields: &str) -> Request {
        self.request("POST", path, "content-type: application/x-www-form-urlencoded\r\n", fields)
    }

    /// A form with a file, in the field `fil`.
    pub(crate) fn upload(&self, path: &str, fields: &[(&str, &str)], file: &str) -> Request {
        const EDGE: &str = "arende-bench-edge";
        let part = |disposition: &str, value: &str| {
            format!("--{EDGE}\r\ncontent-disposition: form-data; {disposition}\r\n\r\n{value}\r\n")
        };
        let mut body: String =
            fields.iter().map(|(name, value)| part(&format!("name=\"{name}\""), value)).collect();
        body += &part("name=\"fil\"; filename=\"fil.csv\"", file);
        body += &format!("--{EDGE}--\r\n");
        self.request("POST", path, &format!("content-type: multipart/form-data; boundary={EDGE}\r\n"), &body)
    }

    fn request(&self, method: &str, path: &str, headers: &str, body: &str) -> Request {
        let Self { address, cookie } = self;
        let length = body.len();
        // As browsers in which a page has come alive, which are nearly all.
        Request(
            format!(
                "{method} {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}; levande=1\r\nsec-fetch-site: same-origin\r\n\
                 {headers}content-length: {length}\r\n\r\n{body}"
            )
            .into_bytes(),
        )
    }
}

/// An open connection.
pub(crate) struct Connection(BufReader<TcpStream>);

impl Connection {
    pub(crate) fn open(address: SocketAddr) -> Result<Self, Failure> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::with_capacity(64 * 1024, stream)))
    }

    /// Sends and reads an answer of any length without keeping it; `look` is called now and then. Gives the status.
    pub(crate) fn read_through(
        &mut self,
        request: &Request,
        mut look: impl FnMut() -> Result<(), Failure>,
    ) -> Result<u16, Failure> {
        const BETWEEN_LOOKS: usize = 4 << 20;
        self.0.get_mut().write_all(&request.0)?;
        let (status, ..) = self.head()?;
        let mut unseen = 0;
        loop {
            let length = usize::from_str_radix(&self.line()?, 16)?;
            unseen += self.exactly(length)?.len();
            self.line()?;
            if length == 0 {
                look()?;
                return Ok(status);
            }
            if unseen > BETWEEN_LOOKS {
                unseen = 0;
                look()?;
            }
        }
    }

    /// Sends and waits for the whole answer.
    pub(crate) fn send(&mut self, request: &Request) -> Result<Answer, Failure> {
        self.0.get_mut().write_all(&request.0)?;
        let (status, length, cookie) = self.head()?;
        let body = match length {
            Some(length) => self.exactly(length)?,
            None => self.chunks()?,
        };
        Ok(Answer { status, cookie, body })
    }

    /// Status, length if it is told, cookie if one is set.
    fn head(&mut self) -> Result<(u16, Option<usize>, Option<String>), Failure> {
        let status_line = self.line()?;
        let status = status_line.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status = status.ok_or_else(|| format!("no HTTP: {status_line}"))?;
        let (mut length, mut cookie) = (None, None);
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(": ") else { break };
            match name {
                "content-length" => length = Some(value.parse()?),
                "set-cookie" => cookie = value.split(';').next().map(str::to_owned),
                _ => {}
            }
        }
        Ok((status, length, cookie))
    }

    /// Without its end.
    fn line(&mut self) -> Result<String, Failure> {
        let mut line = String::new();
        if self.0.read_line(&mut line)? == 0 {
            return Err("the server closed the connection".into());
        }
        line.truncate(line.trim_end().len());
        Ok(line)
    }

    fn exactly(&mut self, length: usize) -> Result<Vec<u8>, Failure> {
        let mut bytes = vec![0; length];
        self.0.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn chunks(&mut self) -> Result<Vec<u8>, Failure> {
        let mut body = Vec::new();
        loop {
            let length = usize::from_str_radix(&self.line()?, 16)?;
            body.extend(self.exactly(length)?);
            self.line()?;
            if length == 0 {
                return Ok(body);
            }
        }
    }
}
