//! Digests of bytes, for `hashlib`: MD5, SHA-1, SHA-256, SHA-512. Compact rather than fast;
//! their constants are computed, from roots and sines, as their inventors chose them.

use super::{elementary, sha512};

/// The digest of this name; nothing if it is not known.
pub(crate) fn named(name: &str, message: &[u8]) -> Option<Vec<u8>> {
    Some(match name {
        "md5" => md5(message),
        "sha1" => sha1(message),
        "sha256" => sha256(message),
        "sha512" => sha512::digest(message),
        _ => return None,
    })
}

const START: [u32; 5] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];

/// The message with a one bit, zeros, and its length in bits, as a multiple of 64 bytes.
fn padded(message: &[u8], length: [u8; 8]) -> Vec<u8> {
    let mut padded = message.to_vec();
    padded.push(0x80);
    padded.resize((message.len() + 9).next_multiple_of(64) - 8, 0);
    padded.extend(length);
    padded
}

fn bits(message: &[u8]) -> u64 {
    message.len() as u64 * 8
}

fn md5(message: &[u8]) -> Vec<u8> {
    const TURNS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is below 2 to the 32")]
    let sines: Vec<u32> =
        (1..=64).map(|step| (elementary::sin(f64::from(step)).abs() * 4_294_967_296.0) as u32).collect();
    let mut state = [START[0], START[1], START[2], START[3]];
    for block in padded(message, bits(message).to_le_bytes()).chunks_exact(64) {
        let words: Vec<u32> = block.as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word)).collect();
        let [mut a, mut b, mut c, mut d] = state;
        for step in 0..64 {
            let (mixed, word) = match step / 16 {
                0 => ((b & c) | (!b & d), step),
                1 => ((d & b) | (!d & c), 5 * step + 1),
                2 => (b ^ c ^ d, 3 * step + 5),
                _ => (c ^ (b | !d), 7 * step),
            };
            let sum = a.wrapping_add(mixed).wrapping_add(sines[step]).wrapping_add(words[word % 16]);
            let turned = sum.rotate_left(TURNS[step / 16][step % 4]);
            (a, b, c, d) = (d, b.wrapping_add(turned), b, c);
        }
        for (total, part) in state.iter_mut().zip([a, b, c, d]) {
            *total = total.wrapping_add(part);
        }
    }
    state.iter().flat_map(|word| word.to_le_bytes()).collect()
}

fn sha1(message: &[u8]) -> Vec<u8> {
    let mut state = START;
    for block in padded(message, bits(message).to_be_bytes()).chunks_exact(64) {
        let mut words: Vec<u32> =
            block.as_chunks::<4>().0.iter().map(|word| u32::from_be_bytes(*word)).collect();
        for at in 16..80 {
            words.push((words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16]).rotate_left(1));
        }
        let [mut a, mut b, mut c, mut d, mut e] = state;
        for (step, word) in words.into_iter().enumerate() {
            let (mixed, constant) = match step / 20 {
                0 => ((b & c) | (!b & d), 0x5a82_7999_u32),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6),
            };
            let next = a
                .rotate_left(5)
                .wrapping_add(mixed)
                .wrapping_add(e)
                .wrapping_add(constant)
                .wrapping_add(word);
            (a, b, c, d, e) = (next, a, b.rotate_left(30), c, d);
        }
        for (total, part) in state.iter_mut().zip([a, b, c, d, e]) {
            *total = total.wrapping_add(part);
        }
    }
    state.iter().flat_map(|word| word.to_be_bytes()).collect()
}

fn sha256(message: &[u8]) -> Vec<u8> {
    let upper_halves =
        |fractions: Vec<u64>| -> Vec<u32> { fractions.iter().map(|word| (word >> 32) as u32).collect() };
    let constants = upper_halves(sha512::root_fractions(64, 3));
    let mut state = upper_halves(sha512::root_fractions(8, 2));
    for block in padded(message, bits(message).to_be_bytes()).chunks_exact(64) {
        let mut words: Vec<u32> =
            block.as_chunks::<4>().0.iter().map(|word| u32::from_be_bytes(*word)).collect();
        for at in 16..64 {
            let (near, far) = (words[at - 2], words[at - 15]);
            let near = near.rotate_right(17) ^ near.rotate_right(19) ^ (near >> 10);
            let far = far.rotate_right(7) ^ far.rotate_right(18) ^ (far >> 3);
            words.push(near.wrapping_add(words[at - 7]).wrapping_add(far).wrapping_add(words[at - 16]));
        }
        let mut turning: [u32; 8] = std::array::from_fn(|at| state[at]);
        for (word, constant) in words.iter().zip(&constants) {
            let [a, b, c, d, e, f, g, h] = turning;
            let high = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
            let low = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
            let one = h
                .wrapping_add(high)
                .wrapping_add((e & f) ^ (!e & g))
                .wrapping_add(*constant)
                .wrapping_add(*word);
            let other = low.wrapping_add((a & b) ^ (a & c) ^ (b & c));
            turning = [one.wrapping_add(other), a, b, c, d.wrapping_add(one), e, f, g];
        }
        for (total, part) in state.iter_mut().zip(turning) {
            *total = total.wrapping_add(part);
        }
    }
    state.iter().flat_map(|word| word.to_be_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn known_digests() {
        let hex = |name: &str, message: &str| -> String {
            let digest = named(name, message.as_bytes()).unwrap_or_default();
            digest.iter().map(|byte| format!("{byte:02x}")).collect()
        };
        assert_eq!(hex("md5", ""), "d41d8cd98f00b204e9800998ecf8427e");
        assert_eq!(
            hex("md5", "The quick brown fox jumps over the lazy dog"),
            "9e107d9d372bb6826bd81d3542a419d6"
        );
        assert_eq!(hex("sha1", "abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(hex("sha256", "abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        let long = "a".repeat(119);
        assert_eq!(hex("sha256", &long), "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb");
        assert_eq!(named("sha3_256", b""), None);
    }
}
