//! Text inside HTML.

use std::fmt;

/// A text that is shown as it is, whatever characters it has.
#[derive(Clone, Copy, Debug)]
pub struct Plain<'a>(pub &'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"']) {
            let (plain, from) = rest.split_at(at);
            let named = match from.as_bytes().first() {
                Some(b'&') => "&amp;",
                Some(b'<') => "&lt;",
                Some(b'>') => "&gt;",
                _ => "&quot;",
            };
            write!(out, "{plain}{named}")?;
            rest = from.get(1..).unwrap_or_default();
        }
        out.write_str(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::Plain;

    #[test]
    fn what_means_something_in_html_is_named() {
        assert_eq!(Plain("<b> & \"等\"").to_string(), "&lt;b&gt; &amp; &quot;等&quot;");
    }
}
