//! Texts in whatever encoding, as UTF-8.

use encoding_rs::{Decoder, Encoding, UTF_8, WINDOWS_1252};
use std::io::{Read, Result};

/// By its byte-order mark; without one UTF-8 if all of it is, else what Windows and older systems
/// write, of which ISO-8859-1 is a part.
pub(crate) fn encoding(mut file: impl Read) -> Result<&'static Encoding> {
    let mut buffer = vec![0; 1 << 16];
    let (mut kept, mut is_first) = (0, true);
    loop {
        let read = file.read(&mut buffer[kept..])?;
        let filled = &buffer[..kept + read];
        if is_first && let Some((encoding, _)) = Encoding::for_bom(filled) {
            return Ok(encoding);
        }
        is_first = false;
        match std::str::from_utf8(filled) {
            Ok(_) if read == 0 => return Ok(UTF_8),
            Ok(_) => kept = 0,
            // A letter that the next bytes end.
            Err(error) if error.error_len().is_none() && read > 0 => {
                let (from, to) = (error.valid_up_to(), filled.len());
                buffer.copy_within(from..to, 0);
                kept = to - from;
            }
            Err(_) => return Ok(WINDOWS_1252),
        }
    }
}

/// A file read as UTF-8, its byte-order mark left out.
pub(crate) struct Utf8<R> {
    file: R,
    decoder: Decoder,
    input: Vec<u8>,
    /// What has been decoded, and how much of it has been taken.
    decoded: String,
    taken: usize,
    is_over: bool,
}

impl<R: Read> Utf8<R> {
    /// Bytes that are read at once.
    const PIECE: usize = 1 << 16;

    pub(crate) fn new(file: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        let input = vec![0; Self::PIECE];
        Self { file, decoder, input, decoded: String::new(), taken: 0, is_over: false }
    }

    /// Decodes the next piece. Room for all that it can become is made first, so nothing of it is left.
    fn refill(&mut self) -> Result<()> {
        self.decoded.clear();
        self.taken = 0;
        while self.decoded.is_empty() && !self.is_over {
            let read = self.file.read(&mut self.input)?;
            self.is_over = read == 0;
            let room = self.decoder.max_utf8_buffer_length(read).unwrap_or(4 * Self::PIECE);
            self.decoded.reserve(room);
            let _ = self.decoder.decode_to_string(&self.input[..read], &mut self.decoded, self.is_over);
        }
        Ok(())
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        if self.taken == self.decoded.len() {
            self.refill()?;
        }
        let mut rest = &self.decoded.as_bytes()[self.taken..];
        let taken = rest.read(out)?;
        self.taken += taken;
        Ok(taken)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> String {
        let mut text = String::new();
        Utf8::new(bytes, encoding(bytes).unwrap()).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn texts_are_read_in_the_encoding_that_they_are_in() {
        assert_eq!(decoded("Åsa – Öberg".as_bytes()), "Åsa – Öberg");
        assert_eq!(decoded("\u{feff}Åsa".as_bytes()), "Åsa");
        assert_eq!(decoded(b"\xc5sa \x96 \xd6berg"), "Åsa – Öberg");
        assert_eq!(decoded(b"\xff\xfe\xc5\0s\0a\0"), "Åsa");
        assert_eq!(decoded(b""), "");
    }

    #[test]
    fn a_reader_may_ask_for_a_byte_at_a_time() {
        let text = "Åsa – Öberg";
        let mut file = Utf8::new(text.as_bytes(), UTF_8);
        let (mut bytes, mut byte) = (Vec::new(), [0]);
        while file.read(&mut byte).unwrap() == 1 {
            bytes.push(byte[0]);
        }
        assert_eq!(bytes, text.as_bytes());
    }

    #[test]
    fn a_letter_may_lie_across_two_reads() {
        let text = "x".repeat((1 << 16) - 1) + "å" + &"ö".repeat(70_000);
        assert_eq!(decoded(text.as_bytes()), text);
    }
}
