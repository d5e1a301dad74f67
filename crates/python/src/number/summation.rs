//! Sums of floats that lose little or nothing: the builtin `sum`, `math.fsum`, `sumprod`,
//! and the lengths of vectors.

use super::failure::{Failure, Outcome};

/// The builtin `sum` over floats, which carries what rounding loses.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CompensatedSum {
    high: f64,
    low: f64,
}

impl CompensatedSum {
    pub(crate) fn starting_at(value: f64) -> Self {
        Self { high: value, low: 0.0 }
    }

    pub(crate) fn add(&mut self, value: f64) {
        let sum = self.high + value;
        self.low += if self.high.abs() >= value.abs() {
            (self.high - sum) + value
        } else {
            (value - sum) + self.high
        };
        self.high = sum;
    }

    /// Adds an int, as Python does: what rounding loses of it is lost.
    pub(crate) fn add_roughly(&mut self, value: f64) {
        self.high += value;
    }

    pub(crate) fn total(self) -> f64 {
        if self.low != 0.0 && self.low.is_finite() { self.high + self.low } else { self.high }
    }
}

/// A sum and what rounding lost of it.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let (large, little) = if a.abs() < b.abs() { (b, a) } else { (a, b) };
    let sum = large + little;
    (sum, little - (sum - large))
}

/// Adds a value to a sum kept as parts that don't overlap, smallest first.
fn add_exactly(parts: &mut Vec<f64>, value: f64) {
    let mut carried = value;
    let mut kept = 0;
    for at in 0..parts.len() {
        let (sum, lost) = two_sum(carried, parts[at]);
        if lost != 0.0 {
            parts[kept] = lost;
            kept += 1;
        }
        carried = sum;
    }
    parts.truncate(kept);
    if carried != 0.0 {
        parts.push(carried);
    }
}

/// Rounds such a sum to one float, half to even.
fn rounded(parts: &[f64]) -> f64 {
    let mut rest = parts.iter().rev().copied();
    let Some(mut high) = rest.next() else {
        return 0.0;
    };
    while let Some(next) = rest.next() {
        let (sum, low) = two_sum(high, next);
        high = sum;
        if low != 0.0 {
            // A tie is broken by what follows it.
            if let Some(following) = rest.next()
                && (low < 0.0) == (following < 0.0)
            {
                let doubled = low * 2.0;
                let nudged = high + doubled;
                if nudged - high == doubled {
                    high = nudged;
                }
            }
            break;
        }
    }
    high
}

/// `math.fsum`.
pub(crate) fn fsum(values: &[f64]) -> Outcome<f64> {
    let mut parts = Vec::new();
    let (mut special, mut infinities) = (0.0, 0.0);
    for value in values {
        if !value.is_finite() {
            special += value;
            if value.is_infinite() {
                infinities += value;
            }
            continue;
        }
        add_exactly(&mut parts, *value);
        if parts.last().is_some_and(|part| !part.is_finite()) {
            return Err(Failure::overflow("intermediate overflow in fsum"));
        }
    }
    if f64::is_nan(infinities) {
        return Err(Failure::value("-inf + inf in fsum"));
    }
    Ok(if special == 0.0 { rounded(&parts) } else { special })
}

/// `math.sumprod` over floats of like number.
pub(crate) fn sum_of_products(a: &[f64], b: &[f64]) -> Outcome<f64> {
    if a.len() != b.len() {
        return Err(Failure::value("Inputs are not the same length"));
    }
    let mut parts = Vec::new();
    let mut plain = 0.0;
    for (a, b) in a.iter().zip(b) {
        let product = a * b;
        plain += product;
        add_exactly(&mut parts, product);
        add_exactly(&mut parts, libm::fma(*a, *b, -product));
    }
    let exact = rounded(&parts);
    Ok(if plain.is_finite() && exact.is_finite() { exact } else { plain })
}

/// `math.hypot`: the length of a vector, which neither overflows nor underflows on the way.
pub(crate) fn hypot(coordinates: &[f64]) -> f64 {
    if coordinates.iter().any(|value| value.is_infinite()) {
        return f64::INFINITY;
    }
    let largest = coordinates.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()));
    if coordinates.iter().any(|value| value.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || coordinates.len() == 1 {
        return largest;
    }
    let exponent = libm::frexp(largest).1;
    let mut parts = Vec::new();
    for value in coordinates {
        let value = libm::ldexp(*value, -exponent);
        let square = value * value;
        add_exactly(&mut parts, square);
        add_exactly(&mut parts, libm::fma(value, value, -square));
    }
    let root = rounded(&parts).sqrt();
    // The root is corrected by what its square leaves over.
    let square = root * root;
    add_exactly(&mut parts, -square);
    add_exactly(&mut parts, -libm::fma(root, root, -square));
    libm::ldexp(root + rounded(&parts) / (2.0 * root), exponent)
}

/// `math.dist`.
pub(crate) fn distance(p: &[f64], q: &[f64]) -> Outcome<f64> {
    if p.len() != q.len() {
        return Err(Failure::value("both points must have the same number of dimensions"));
    }
    let differences: Vec<f64> = p.iter().zip(q).map(|(p, q)| (p - q).abs()).collect();
    Ok(hypot(&differences))
}
