//! From a program to a link.

use crate::{Form, Refusal, View, alphabet, bounds, checksum, packing};

/// The fragment of a link, without its `#`.
///
/// ```
/// use interleave_link::{Form, View, link, open};
/// let made = link("print('tea')\n", &View::default(), Form::Public).unwrap();
/// assert_eq!(made, "v1.z.KyjKzCvRUC9JTVTX5AIA.z-pUJw");
/// assert_eq!(open(&made).text.as_deref(), Some("print('tea')\n"));
/// ```
///
/// # Errors
///
/// If the text is beyond the [`bounds`], or none.
pub fn link(text: &str, view: &View, form: Form) -> Result<String, Refusal> {
    if text.len() > bounds::TEXT {
        return Err(Refusal::TooLarge);
    }
    if text.contains('\0') {
        return Err(Refusal::NotText);
    }
    let mut link = format!("v1.{}.", form.word());
    alphabet::write(&mut link, &packing::pack(text.as_bytes(), form));
    link.push('.');
    alphabet::write(&mut link, &checksum::of(text.as_bytes()).to_be_bytes());
    let view = view.to_string();
    if !view.is_empty() {
        link.push('&');
        link += &view;
    }
    if link.len() > bounds::LINK { Err(Refusal::TooLong(link.len())) } else { Ok(link) }
}
