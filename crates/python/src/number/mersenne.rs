//! The Mersenne Twister (MT19937), seeded as Python's `random` seeds it.
//!
//! What `random` derives from these numbers is written in Python.

use super::failure::{Failure, Outcome};
use super::hash;
use super::integer::{BIT_LIMIT, Integer};
use super::sha512;
use num_bigint::{BigInt, Sign};
use num_traits::Signed;

const SIZE: usize = 624;
const SHIFT: usize = 397;

#[derive(Clone, Debug)]
pub(crate) struct Mersenne {
    state: Vec<u32>,
    next: usize,
}

impl Mersenne {
    /// `seed(n)`, which ignores the sign.
    pub(crate) fn from_integer(seed: &Integer) -> Self {
        Self::from_words(&seed.big().magnitude().to_u32_digits())
    }

    /// `seed(x)` of a float.
    pub(crate) fn from_float(seed: f64) -> Self {
        // What isn't a number hashes by identity; here it always seeds alike.
        Self::from_integer(&i128::from(hash::float(seed).unwrap_or(0) as u64).into())
    }

    /// `seed(text)` of its UTF-8 bytes, and `seed(bytes)`.
    pub(crate) fn from_bytes(seed: &[u8]) -> Self {
        let bytes = [seed, &sha512::digest(seed)].concat();
        Self::from_integer(&BigInt::from_bytes_be(Sign::Plus, &bytes).into())
    }

    fn from_words(words: &[u32]) -> Self {
        let words = if words.is_empty() { &[0] } else { words };
        let mut state = vec![19_650_218_u32];
        for at in 1..SIZE {
            state.push(mixed(state[at - 1]).wrapping_mul(1_812_433_253).wrapping_add(at as u32));
        }
        let mut at = 1;
        let advance = |state: &mut Vec<u32>, at: &mut usize| {
            *at += 1;
            if *at == SIZE {
                state[0] = state[SIZE - 1];
                *at = 1;
            }
        };
        for step in 0..SIZE.max(words.len()) {
            let word = step % words.len();
            let mix = mixed(state[at - 1]).wrapping_mul(1_664_525);
            state[at] = (state[at] ^ mix).wrapping_add(words[word]).wrapping_add(word as u32);
            advance(&mut state, &mut at);
        }
        for _ in 1..SIZE {
            let mix = mixed(state[at - 1]).wrapping_mul(1_566_083_941);
            state[at] = (state[at] ^ mix).wrapping_sub(at as u32);
            advance(&mut state, &mut at);
        }
        state[0] = 0x8000_0000;
        Self { state, next: SIZE }
    }

    /// `getstate()`'s numbers: the state and the place in it.
    pub(crate) fn snapshot(&self) -> (&[u32], usize) {
        (&self.state, self.next)
    }

    /// `setstate()`; `None` if these numbers are no state.
    pub(crate) fn restore(state: Vec<u32>, next: usize) -> Option<Self> {
        (state.len() == SIZE && next <= SIZE).then_some(Self { state, next })
    }

    /// The next 32 random bits.
    pub(crate) fn word(&mut self) -> u32 {
        if self.next == SIZE {
            for at in 0..SIZE {
                let both = (self.state[at] & 0x8000_0000) | (self.state[(at + 1) % SIZE] & 0x7fff_ffff);
                let twist = if both & 1 == 1 { 0x9908_b0df } else { 0 };
                self.state[at] = self.state[(at + SHIFT) % SIZE] ^ (both >> 1) ^ twist;
            }
            self.next = 0;
        }
        let mut word = self.state[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    /// `random()`: 53 bits between 0 and 1.
    pub(crate) fn random(&mut self) -> f64 {
        let (high, low) = (self.word() >> 5, self.word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    /// `getrandbits(count)`.
    pub(crate) fn bits(&mut self, count: &Integer) -> Outcome<Integer> {
        if count.is_negative() {
            return Err(Failure::value("number of bits must be non-negative"));
        }
        let count = count.small().map_or(u64::MAX, |count| count as u64);
        if count > BIT_LIMIT {
            return Err(Failure::too_large("an integer size in bits", count, BIT_LIMIT));
        }
        let mut words = vec![];
        let mut missing = count;
        while missing > 0 {
            let taken = missing.min(32);
            words.push(self.word() >> (32 - taken));
            missing -= taken;
        }
        Ok(BigInt::from_slice(Sign::Plus, &words).abs().into())
    }
}

fn mixed(word: u32) -> u32 {
    word ^ (word >> 30)
}

#[cfg(test)]
#[path = "tests/mersenne.rs"]
mod tests;
