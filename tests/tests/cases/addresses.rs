//! Addresses in output become 0xADDR1, 0xADDR2 … in order of first appearance, as the
//! oracle writes them: they differ between machines, and only which are equal matters.

pub(crate) fn numbered(text: &str) -> String {
    let mut seen = Vec::new();
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("0x") {
        let (before, from) = rest.split_at(at);
        let digits = from[2..].bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')).count();
        let (address, after) = from.split_at(2 + digits);
        let joined = before.chars().next_back().is_some_and(is_part_of_word)
            || after.chars().next().is_some_and(is_part_of_word);
        result.push_str(before);
        if (9..=16).contains(&digits) && !joined {
            let index = seen.iter().position(|known| *known == address).unwrap_or_else(|| {
                seen.push(address);
                seen.len() - 1
            });
            result.push_str(&format!("0xADDR{}", index + 1));
        } else {
            result.push_str(address);
        }
        rest = after;
    }
    result + rest
}

fn is_part_of_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

#[test]
fn equal_addresses_get_equal_numbers() {
    assert_eq!(
        numbered("<A at 0x7f0011223344> <B at 0x7f0011223355>, <A at 0x7f0011223344>"),
        "<A at 0xADDR1> <B at 0xADDR2>, <A at 0xADDR1>"
    );
}

#[test]
fn other_numbers_stay() {
    for text in ["0xff", "0x", "0x12345678", "0x123456789g", "a0x123456789abc", "0x00112233445566778"] {
        assert_eq!(numbered(text), text);
    }
}
