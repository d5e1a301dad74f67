//! SHA-512, through which a text becomes a seed of random numbers.

use num_bigint::BigUint;
use num_traits::ToPrimitive;

/// The first 64 bits of the fraction of a root of each of the first `count` primes, which
/// is where the constants of this hash come from.
pub(super) fn root_fractions(count: usize, degree: u32) -> Vec<u64> {
    let is_prime = |n: &u64| (2..*n).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d));
    let fraction = |prime: u64| {
        let root = (BigUint::from(prime) << (64 * degree)).nth_root(degree);
        (root & BigUint::from(u64::MAX)).to_u64().unwrap_or(0)
    };
    (2..).filter(is_prime).take(count).map(fraction).collect()
}

pub(super) fn digest(message: &[u8]) -> Vec<u8> {
    let constants = root_fractions(80, 3);
    let mut state = root_fractions(8, 2);
    let mut padded = message.to_vec();
    padded.push(0x80);
    padded.resize((message.len() + 17).next_multiple_of(128) - 16, 0);
    padded.extend((message.len() as u128 * 8).to_be_bytes());
    for block in padded.chunks_exact(128) {
        let mut words: Vec<u64> =
            block.as_chunks::<8>().0.iter().map(|word| u64::from_be_bytes(*word)).collect();
        for at in 16..80 {
            let (near, far) = (words[at - 2], words[at - 15]);
            let near = near.rotate_right(19) ^ near.rotate_right(61) ^ (near >> 6);
            let far = far.rotate_right(1) ^ far.rotate_right(8) ^ (far >> 7);
            words.push(near.wrapping_add(far).wrapping_add(words[at - 7]).wrapping_add(words[at - 16]));
        }
        let mut v = state.clone();
        for (word, constant) in words.iter().zip(&constants) {
            let (a, e) = (v[0], v[4]);
            let choice = (e & v[5]) ^ (!e & v[6]);
            let mixed = e.rotate_right(14) ^ e.rotate_right(18) ^ e.rotate_right(41);
            let first = [mixed, choice, *constant, *word].into_iter().fold(v[7], u64::wrapping_add);
            let majority = (a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]);
            let second =
                (a.rotate_right(28) ^ a.rotate_right(34) ^ a.rotate_right(39)).wrapping_add(majority);
            v.rotate_right(1);
            v[0] = first.wrapping_add(second);
            v[4] = v[4].wrapping_add(first);
        }
        for (sum, value) in state.iter_mut().zip(&v) {
            *sum = sum.wrapping_add(*value);
        }
    }
    state.into_iter().flat_map(u64::to_be_bytes).collect()
}
