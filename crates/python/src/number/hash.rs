//! CPython's hashes, with strings keyed as under PYTHONHASHSEED=0.
//!
//! No hash is ever -1, which CPython keeps for errors.

use super::integer::Integer;
use super::ratio::decode;
use num_traits::ToPrimitive;

/// Numbers hash by their value modulo this Mersenne prime, so that equal ones agree.
const PRIME: u64 = (1 << 61) - 1;

/// The hash of `None`.
pub(crate) const NONE: i64 = 0xFCA8_6420;

fn valid(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

fn signed(magnitude: u64, negative: bool) -> i64 {
    valid(if negative { -(magnitude as i64) } else { magnitude as i64 })
}

pub(crate) fn integer(value: &Integer) -> i64 {
    match value {
        Integer::Small(value) => signed(value.unsigned_abs() % PRIME, *value < 0),
        Integer::Big(value) => {
            let rest = (value.magnitude() % PRIME).to_u64().unwrap_or(0);
            signed(rest, value.sign() == num_bigint::Sign::Minus)
        }
    }
}

/// The hash of a float; `None` if it is not a number, which hashes by identity.
pub(crate) fn float(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { 314_159 } else { -314_159 });
    }
    let (mantissa, exponent) = decode(value);
    // Multiplying by a power of two is a rotation, as 2**61 is 1 modulo the prime.
    let turn = exponent.rem_euclid(61) as u32;
    let rest = u128::from(mantissa.unsigned_abs()) << turn;
    Some(signed((rest % u128::from(PRIME)) as u64, value < 0.0))
}

/// The hash of a text, taken over the narrowest buffer that holds its characters.
pub(crate) fn text(value: &str) -> i64 {
    if value.is_ascii() {
        return bytes(value.as_bytes());
    }
    let widest = value.chars().max().map_or(0, u32::from);
    let width = match widest {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        0x1_0000.. => 4,
    };
    let buffer: Vec<u8> =
        value.chars().flat_map(|c| u32::from(c).to_le_bytes().into_iter().take(width)).collect();
    bytes(&buffer)
}

/// SipHash-1-3 with a key of zeros.
pub(crate) fn bytes(value: &[u8]) -> i64 {
    if value.is_empty() {
        return 0;
    }
    let mut state =
        [0x736f_6d65_7073_6575, 0x646f_7261_6e64_6f6d, 0x6c79_6765_6e65_7261, 0x7465_6462_7974_6573];
    let (words, tail) = value.as_chunks::<8>();
    for word in words {
        absorb(&mut state, u64::from_le_bytes(*word));
    }
    let mut last = [0; 8];
    last[..tail.len()].copy_from_slice(tail);
    last[7] = value.len() as u8;
    absorb(&mut state, u64::from_le_bytes(last));
    state[2] ^= 0xff;
    for _ in 0..3 {
        sip_round(&mut state);
    }
    valid((state[0] ^ state[1] ^ state[2] ^ state[3]) as i64)
}

fn absorb(state: &mut [u64; 4], word: u64) {
    state[3] ^= word;
    sip_round(state);
    state[0] ^= word;
}

fn sip_round([a, b, c, d]: &mut [u64; 4]) {
    *a = a.wrapping_add(*b);
    *c = c.wrapping_add(*d);
    *b = b.rotate_left(13) ^ *a;
    *d = d.rotate_left(16) ^ *c;
    *a = a.rotate_left(32);
    *c = c.wrapping_add(*b);
    *a = a.wrapping_add(*d);
    *b = b.rotate_left(17) ^ *c;
    *d = d.rotate_left(21) ^ *a;
    *c = c.rotate_left(32);
}

/// The hash of a tuple from those of its items.
pub(crate) fn tuple(items: &[i64]) -> i64 {
    const ONE: u64 = 11_400_714_785_074_694_791;
    const TWO: u64 = 14_029_467_366_897_019_727;
    const FIVE: u64 = 2_870_177_450_012_600_261;
    let mut sum = FIVE;
    for item in items {
        sum = sum.wrapping_add((*item as u64).wrapping_mul(TWO)).rotate_left(31).wrapping_mul(ONE);
    }
    sum = sum.wrapping_add(items.len() as u64 ^ FIVE ^ 3_527_539);
    if sum == u64::MAX { 1_546_275_796 } else { sum as i64 }
}

/// The hash of a frozenset from those of its items, in any order.
pub(crate) fn frozen_set(items: impl Iterator<Item = i64>) -> i64 {
    let (mut sum, mut count) = (0_u64, 0_u64);
    for item in items {
        let item = item as u64;
        sum ^= (item ^ 89_869_747 ^ (item << 16)).wrapping_mul(3_644_798_167);
        count += 1;
    }
    sum ^= (count + 1).wrapping_mul(1_927_868_237);
    sum ^= (sum >> 11) ^ (sum >> 25);
    sum = sum.wrapping_mul(69_069).wrapping_add(907_133_923);
    if sum == u64::MAX { 590_923_713 } else { sum as i64 }
}

#[cfg(test)]
#[path = "tests/hash.rs"]
mod tests;
