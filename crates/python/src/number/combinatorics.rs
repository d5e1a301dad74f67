//! Counting with whole numbers: roots, divisors, factorials, arrangements and choices.

use crate::effort;

use super::failure::{Failure, Outcome};
use super::integer::{BIT_LIMIT, Integer, multiplying};
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

/// `math.isqrt`.
pub(crate) fn integer_root(value: &Integer) -> Outcome<Integer> {
    if value.is_negative() {
        return Err(Failure::value("isqrt() argument must be nonnegative"));
    }
    if !effort::can_spend(value.limbs() * value.limbs() / 2) {
        return Err(Failure::value("this number is too large for isqrt()"));
    }
    Ok(value.big().sqrt().into())
}

/// The greatest common divisor of two.
pub(crate) fn gcd(a: &Integer, b: &Integer) -> Integer {
    if let (Integer::Small(a), Integer::Small(b)) = (a, b) {
        let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        return i128::from(a).into();
    }
    if !effort::can_spend(a.bit_length().min(b.bit_length()) * a.limbs().max(b.limbs()) / 4) {
        return Integer::Small(1);
    }
    let (mut a, mut b) = (a.big().abs(), b.big().abs());
    while !b.is_zero() {
        (a, b) = (b.clone(), a % b);
    }
    a.into()
}

/// The least common multiple of two.
pub(crate) fn lcm(a: &Integer, b: &Integer) -> Outcome<Integer> {
    if a.is_zero() || b.is_zero() {
        return Ok(Integer::Small(0));
    }
    Ok(a.floor_divide(&gcd(a, b))?.multiply(b)?.absolute())
}

/// The product of `first..=last`, halving the range so that factors stay of like size.
fn range_product(first: u64, last: u64) -> BigInt {
    if first > last {
        return BigInt::one();
    }
    if last - first < 8 {
        return (first..=last).map(BigInt::from).product();
    }
    let middle = first + (last - first) / 2;
    let (low, high) = (range_product(first, middle), range_product(middle + 1, last));
    effort::spend(multiplying(low.bits() >> 6, high.bits() >> 6));
    low * high
}

/// Refuses `count` factors of `bits` bits each, if their product could be too large.
fn bounded(count: u64, bits: u64) -> Outcome<()> {
    let size = count.saturating_mul(bits);
    // Factors shrink along the range, so the estimate may be twice the truth.
    if size / 2 > BIT_LIMIT {
        return Err(Failure::too_large("an integer size in bits", size, BIT_LIMIT));
    }
    Ok(())
}

/// `math.factorial`.
pub(crate) fn factorial(value: &Integer) -> Outcome<Integer> {
    if value.is_negative() {
        return Err(Failure::value("factorial() not defined for negative values"));
    }
    let Integer::Small(count) = value else {
        return Err(Failure::overflow("factorial() argument should not exceed 9223372036854775807"));
    };
    bounded(*count as u64, value.bit_length())?;
    Ok(range_product(2, *count as u64).into())
}

fn natural(value: &Integer, name: char) -> Outcome<()> {
    if value.is_negative() {
        return Err(Failure::value(format!("{name} must be a non-negative integer")));
    }
    Ok(())
}

/// `math.perm(n, k)`; without `k` it is the factorial.
pub(crate) fn permutations(n: &Integer, k: Option<&Integer>) -> Outcome<Integer> {
    let Some(k) = k else {
        return factorial(n);
    };
    natural(n, 'n')?;
    natural(k, 'k')?;
    if n < k {
        return Ok(Integer::Small(0));
    }
    let Integer::Small(count) = k else {
        return Err(Failure::overflow("k must not exceed 9223372036854775807"));
    };
    bounded(*count as u64, n.bit_length())?;
    if let Integer::Small(n) = n {
        return Ok(range_product((n - count) as u64 + 1, *n as u64).into());
    }
    let n = n.big();
    let mut product = BigInt::one();
    for below in 0..*count {
        product *= &*n - below;
    }
    Ok(product.into())
}

/// `math.comb(n, k)`.
pub(crate) fn combinations(n: &Integer, k: &Integer) -> Outcome<Integer> {
    natural(n, 'n')?;
    natural(k, 'k')?;
    if n < k {
        return Ok(Integer::Small(0));
    }
    let rest = n.subtract(k)?;
    let fewer = if rest < *k { &rest } else { k };
    if fewer.small().is_none() {
        return Err(Failure::overflow("min(n - k, k) must not exceed 9223372036854775807"));
    }
    permutations(n, Some(fewer))?.floor_divide(&factorial(fewer)?)
}
