//! The messages between the page and its worker, and how they become bytes.
//!
//! Page and worker may come from two builds (one cached, one new), so bytes that
//! make no sense are a value, never a panic.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Which request an answer belongs to. The page counts; the worker repeats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RequestId(pub(crate) u32);

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Request {
    /// Tell the size and the checksum of a scenario.
    Summarize { id: RequestId, text: String },
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Response {
    /// It listens. Comes once, unasked, before anything else: what is posted to a
    /// worker earlier can be lost, since its module is still loading.
    Ready { version: String },
    /// The answer to [`Request::Summarize`].
    Summary { id: RequestId, summary: Summary },
    /// It was sent bytes that are no request.
    Unintelligible { problem: String },
}

/// A scenario in two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Summary {
    /// Its length in UTF-8.
    pub(crate) bytes: u32,
    /// Its CRC-32, as zip and PNG compute it.
    pub(crate) checksum: u32,
}

/// Bytes that are no message, or a message that could not become bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CodecError(postcard::Error);

impl fmt::Display for CodecError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// A message as bytes.
pub(crate) fn encode<M: Serialize>(message: &M) -> Result<Vec<u8>, CodecError> {
    postcard::to_allocvec(message).map_err(CodecError)
}

/// The message that these bytes are, all of them.
pub(crate) fn decode<M: DeserializeOwned>(bytes: &[u8]) -> Result<M, CodecError> {
    match postcard::take_from_bytes(bytes).map_err(CodecError)? {
        (message, []) => Ok(message),
        (_, _) => Err(CodecError(postcard::Error::DeserializeBadEncoding)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Request, RequestId, Response, Summary, decode, encode};

    #[test]
    fn messages_survive_the_way() {
        let request = Request::Summarize { id: RequestId(7), text: "print('你好')\n".into() };
        assert_eq!(decode(&encode(&request).unwrap()), Ok(request));

        let summary = Summary { bytes: 16, checksum: 0xdead_beef };
        for response in [
            Response::Ready { version: "1.2.3".into() },
            Response::Summary { id: RequestId(u32::MAX), summary },
            Response::Unintelligible { problem: String::new() },
        ] {
            assert_eq!(decode(&encode(&response).unwrap()), Ok(response));
        }
    }

    #[test]
    fn bytes_that_are_no_message_are_an_error() {
        let good = encode(&Request::Summarize { id: RequestId(1), text: "pass".into() }).unwrap();
        for length in 0..good.len() {
            assert!(decode::<Request>(&good[..length]).is_err(), "cut to {length} bytes");
        }
        assert!(decode::<Request>(&[good.as_slice(), &[0]].concat()).is_err(), "a byte too many");
        assert!(decode::<Request>(&[0xff; 40]).is_err(), "noise");
        // A text said to be far longer than what follows.
        assert!(decode::<Request>(&[0, 1, 0xff, 0xff, 0xff, 0xff, 0x0f]).is_err());
    }
}
