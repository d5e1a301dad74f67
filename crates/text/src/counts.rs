//! How readers write counts.

/// A number with its digits in groups of three, by the comma that readers of all our languages know.
///
/// ```
/// assert_eq!([999, 20_000_000].map(interleave_text::count), ["999", "20,000,000"]);
/// ```
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
