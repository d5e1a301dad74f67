//! How much a link may be and may become.

use interleave_link::{Damage, Form, Refusal, View, bounds, link, open};

#[test]
fn the_largest_text_has_a_link_and_a_larger_one_has_none() {
    let text = "tea\n".repeat(bounds::TEXT / 4);
    for form in Form::ALL {
        let link = link(&text, &View::default(), form).expect("it packs well");
        let opened = open(&link);
        assert!(opened.damage.is_none() && opened.text.as_deref() == Some(&text));
    }
    let refused = link(&(text + "\n"), &View::default(), Form::Public);
    assert_eq!(refused, Err(Refusal::TooLarge));
}

#[test]
fn a_link_that_would_be_too_long_is_not_made() {
    // Numbers that repeat nothing.
    let mut state = 1_u64;
    let digits = std::iter::repeat_with(|| {
        state = state.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
        format!("{:016x}", state)
    });
    let text: String = digits.take(4_000).collect();
    let refused = link(&text, &View::default(), Form::Public);
    assert!(matches!(refused, Err(Refusal::TooLong(length)) if length > bounds::LINK), "{refused:?}");
}

#[test]
fn what_is_behind_the_bound_of_a_link_is_not_read() {
    let link = link("print('tea')\n", &View::default(), Form::Public).expect("it is short");
    let opened = open(&format!("{link}&t=1{}", "&".repeat(bounds::LINK)));
    assert_eq!((opened.text.as_deref(), opened.damage), (Some("print('tea')\n"), None));
    assert_eq!(opened.view.time_ns, Some(1_000_000_000));

    let long = format!("v1.z.{}", "A".repeat(bounds::LINK));
    assert_eq!(open(&long).damage, Some(Damage::TooLong));
    // A character of several bytes on the bound.
    for shift in 0..4 {
        open(&format!("v1.z.{}{}", "A".repeat(shift), "時".repeat(bounds::LINK)));
    }
}

/// A link to a thousand times what a text may be, as nobody but a hostile person makes one.
#[test]
fn a_bomb_is_unpacked_up_to_the_bound() {
    // Deflate with its fixed codes: the letter, then a repetition of 258 letters at distance 1 again and again,
    // each 13 bits, and no end.
    let mut bits = vec![true, true, false];
    let code = |bits: &mut Vec<bool>, value: u32, count: u32| {
        bits.extend((0..count).rev().map(|shift| value >> shift & 1 == 1));
    };
    code(&mut bits, 0x30 + u32::from(b'a'), 8);
    while bits.len() < bounds::LINK * 6 - 200 {
        code(&mut bits, 0b1100_0101, 8);
        code(&mut bits, 0, 5);
    }
    let bytes: Vec<u8> = bits
        .chunks(8)
        .map(|bits| bits.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit)))
        .collect();
    const CHARACTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let characters: String = bytes
        .chunks(3)
        .flat_map(|group| {
            let bits =
                group.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
            [18, 12, 6, 0].map(|shift| char::from(CHARACTERS[(bits >> shift & 63) as usize]))
        })
        .collect();
    let opened = open(&format!("v1.z.{characters}"));
    assert_eq!(opened.damage, Some(Damage::TooLarge));
    assert_eq!(opened.text.map(|text| (text.len(), text.trim_matches('a').len())), Some((bounds::TEXT, 0)));
}
