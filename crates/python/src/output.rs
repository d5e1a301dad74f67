//! What a program has written to its standard output and error.

use crate::options::Options;

/// Both streams, and how much they may hold.
#[derive(Debug, Default)]
pub(crate) struct Output {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    limit: usize,
    /// Bytes that were written before what is in `stdout` and `stderr`.
    taken: usize,
}

impl Output {
    pub(crate) fn new(options: &Options) -> Self {
        Self { limit: options.limits.output, ..Self::default() }
    }

    /// Writes to standard output; false if there is no room.
    pub(crate) fn write(&mut self, text: &str) -> bool {
        let fits = self.taken + self.stdout.len() + self.stderr.len() + text.len() <= self.limit;
        if fits {
            self.stdout.push_str(text);
        }
        fits
    }

    /// Writes to standard error; false if there is no room.
    pub(crate) fn write_error(&mut self, text: &str) -> bool {
        let fits = self.taken + self.stdout.len() + self.stderr.len() + text.len() <= self.limit;
        if fits {
            self.stderr.push_str(text);
        }
        fits
    }

    /// Takes what was written since the last time.
    pub(crate) fn take(&mut self) -> (String, String) {
        self.taken += self.stdout.len() + self.stderr.len();
        (std::mem::take(&mut self.stdout), std::mem::take(&mut self.stderr))
    }
}
