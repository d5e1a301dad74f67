//! Python's `int`: machine integers that grow into big ones where they must.
//!
//! Results are always in normal form: what fits 64 bits is `Small`. The size of a result is
//! bounded before it is computed. Division that yields floats lives in `ratio`, counting in
//! `combinatorics`, and the reading of digits in `text::number_text`.

use crate::effort;

use super::digits;
use super::failure::{Failure, Outcome};
use num_bigint::{BigInt, Sign};
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::borrow::Cow;
use std::cmp::Ordering;

/// The most bits that an integer may have here.
pub(crate) const BIT_LIMIT: u64 = 1_000_000;

/// A whole number in normal form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Integer {
    Small(i64),
    Big(BigInt),
}

impl From<i64> for Integer {
    fn from(value: i64) -> Self {
        Self::Small(value)
    }
}

impl From<i128> for Integer {
    fn from(value: i128) -> Self {
        i64::try_from(value).map_or_else(|_| Self::Big(value.into()), Self::Small)
    }
}

impl From<BigInt> for Integer {
    fn from(value: BigInt) -> Self {
        match value.to_i64() {
            Some(small) => Self::Small(small),
            None => Self::Big(value),
        }
    }
}

impl PartialOrd for Integer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Integer {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Small(a), Self::Small(b)) => a.cmp(b),
            (Self::Small(_), Self::Big(b)) if b.is_positive() => Ordering::Less,
            (Self::Small(_), Self::Big(_)) => Ordering::Greater,
            (Self::Big(a), Self::Small(_)) if a.is_positive() => Ordering::Greater,
            (Self::Big(_), Self::Small(_)) => Ordering::Less,
            (Self::Big(a), Self::Big(b)) => a.cmp(b),
        }
    }
}

/// What a product of numbers of so many limbs takes: large ones are halved, and halved again.
pub(super) fn multiplying(one: u64, other: u64) -> u64 {
    let (small, large) = (one.min(other), one.max(other));
    large.saturating_mul(small.isqrt()) >> 1
}

fn within_bits(bits: u64) -> Outcome<()> {
    if bits <= BIT_LIMIT {
        Ok(())
    } else {
        Err(Failure::too_large("an integer size in bits", bits, BIT_LIMIT))
    }
}

impl Integer {
    pub(crate) fn big(&self) -> Cow<'_, BigInt> {
        match self {
            Self::Small(value) => Cow::Owned(BigInt::from(*value)),
            Self::Big(value) => {
                effort::spend(value.bits() >> 8);
                Cow::Borrowed(value)
            }
        }
    }

    pub(crate) fn small(&self) -> Option<i64> {
        match self {
            Self::Small(value) => Some(*value),
            Self::Big(_) => None,
        }
    }

    pub(crate) fn is_zero(&self) -> bool {
        *self == Self::Small(0)
    }

    pub(crate) fn is_negative(&self) -> bool {
        match self {
            Self::Small(value) => *value < 0,
            Self::Big(value) => value.is_negative(),
        }
    }

    pub(crate) fn is_odd(&self) -> bool {
        match self {
            Self::Small(value) => value & 1 == 1,
            Self::Big(value) => value.bit(0),
        }
    }

    /// Both operands, if each fits 64 bits.
    fn smalls(&self, other: &Self) -> Option<(i64, i64)> {
        Some((self.small()?, other.small()?))
    }

    pub(crate) fn bit_length(&self) -> u64 {
        match self {
            Self::Small(value) => u64::from(64 - value.unsigned_abs().leading_zeros()),
            Self::Big(value) => value.bits(),
        }
    }

    /// So many words of 64 bits.
    pub(crate) fn limbs(&self) -> u64 {
        self.bit_length() / 64 + 1
    }

    pub(crate) fn bit_count(&self) -> u64 {
        match self {
            Self::Small(value) => u64::from(value.unsigned_abs().count_ones()),
            Self::Big(value) => value.magnitude().count_ones(),
        }
    }

    pub(crate) fn add(&self, other: &Self) -> Outcome<Self> {
        if let Some(sum) = self.smalls(other).and_then(|(a, b)| a.checked_add(b)) {
            return Ok(Self::Small(sum));
        }
        within_bits(self.bit_length().max(other.bit_length()))?;
        Ok((&*self.big() + &*other.big()).into())
    }

    pub(crate) fn subtract(&self, other: &Self) -> Outcome<Self> {
        if let Some(difference) = self.smalls(other).and_then(|(a, b)| a.checked_sub(b)) {
            return Ok(Self::Small(difference));
        }
        within_bits(self.bit_length().max(other.bit_length()))?;
        Ok((&*self.big() - &*other.big()).into())
    }

    pub(crate) fn multiply(&self, other: &Self) -> Outcome<Self> {
        if let Some(product) = self.smalls(other).and_then(|(a, b)| a.checked_mul(b)) {
            return Ok(Self::Small(product));
        }
        within_bits((self.bit_length() + other.bit_length()).saturating_sub(1))?;
        effort::spend(multiplying(self.limbs(), other.limbs()));
        Ok((&*self.big() * &*other.big()).into())
    }

    pub(crate) fn negate(&self) -> Self {
        match self {
            Self::Small(value) => (-i128::from(*value)).into(),
            Self::Big(value) => (-value).into(),
        }
    }

    pub(crate) fn absolute(&self) -> Self {
        if self.is_negative() { self.negate() } else { self.clone() }
    }

    pub(crate) fn invert(&self) -> Self {
        match self {
            Self::Small(value) => Self::Small(!value),
            Self::Big(value) => (-value - BigInt::one()).into(),
        }
    }

    /// The quotient rounded down and the remainder of the divisor's sign; `None` for a zero divisor.
    fn divide(&self, divisor: &Self) -> Option<(Self, Self)> {
        if divisor.is_zero() {
            return None;
        }
        if let Some((a, b)) = self.smalls(divisor)
            && let (Some(quotient), Some(remainder)) = (a.checked_div(b), a.checked_rem(b))
        {
            let down = remainder != 0 && (remainder < 0) != (b < 0);
            return Some(if down {
                (Self::Small(quotient - 1), Self::Small(remainder + b))
            } else {
                (Self::Small(quotient), Self::Small(remainder))
            });
        }
        effort::spend((self.limbs().saturating_sub(divisor.limbs()) * divisor.limbs()) >> 3);
        let (a, b) = (self.big(), divisor.big());
        let (mut quotient, mut remainder) = (&*a / &*b, &*a % &*b);
        if !remainder.is_zero() && remainder.is_negative() != b.is_negative() {
            quotient -= 1;
            remainder += &*b;
        }
        Some((quotient.into(), remainder.into()))
    }

    pub(crate) fn floor_divide(&self, divisor: &Self) -> Outcome<Self> {
        self.divide(divisor)
            .map(|parts| parts.0)
            .ok_or_else(|| Failure::zero_division("integer division or modulo by zero"))
    }

    pub(crate) fn modulo(&self, divisor: &Self) -> Outcome<Self> {
        self.divide(divisor)
            .map(|parts| parts.1)
            .ok_or_else(|| Failure::zero_division("integer modulo by zero"))
    }

    pub(crate) fn divmod(&self, divisor: &Self) -> Outcome<(Self, Self)> {
        self.divide(divisor).ok_or_else(|| Failure::zero_division("integer division or modulo by zero"))
    }

    /// `self ** exponent` for an exponent that isn't negative (a negative one makes a
    /// float of it: `float::power`).
    pub(crate) fn power(&self, exponent: &Self) -> Outcome<Self> {
        match self {
            Self::Small(1) => return Ok(Self::Small(1)),
            Self::Small(-1) => return Ok(Self::Small(if exponent.is_odd() { -1 } else { 1 })),
            Self::Small(0) => return Ok(Self::Small(i64::from(exponent.is_zero()))),
            Self::Small(_) | Self::Big(_) => {}
        }
        let times = exponent.small().and_then(|count| u32::try_from(count).ok()).unwrap_or(u32::MAX);
        if let Some(result) = self.small().and_then(|base| base.checked_pow(times)) {
            return Ok(Self::Small(result));
        }
        within_bits((self.bit_length() - 1).saturating_mul(u64::from(times)))?;
        let limbs = (self.bit_length() * u64::from(times)) >> 6;
        effort::spend(multiplying(limbs, limbs));
        let result = self.big().pow(times);
        within_bits(result.bits())?;
        Ok(result.into())
    }

    /// `pow(self, exponent, modulus)`.
    pub(crate) fn power_modulo(&self, exponent: &Self, modulus: &Self) -> Outcome<Self> {
        if modulus.is_zero() {
            return Err(Failure::value("pow() 3rd argument cannot be 0"));
        }
        // A table of powers is made first.
        const TABLE: u64 = 20;
        let work = (modulus.limbs() * modulus.limbs()) >> 2;
        if !effort::can_spend(work.saturating_mul(exponent.bit_length() + TABLE)) {
            return Err(Failure::value("these numbers are too large for pow()"));
        }
        let modulus = modulus.big();
        let (mut base, mut exponent) = (self.big(), exponent.big());
        if exponent.is_negative() {
            let inverse = base.modinv(&modulus);
            let missing = || Failure::value("base is not invertible for the given modulus");
            base = Cow::Owned(inverse.ok_or_else(missing)?);
            exponent = Cow::Owned(-exponent.into_owned());
        }
        Ok(base.modpow(&exponent, &modulus).into())
    }

    pub(crate) fn shift_left(&self, count: &Self) -> Outcome<Self> {
        let places = shift_count(count)?;
        if self.is_zero() {
            return Ok(Self::Small(0));
        }
        within_bits(self.bit_length().saturating_add(places))?;
        match self {
            Self::Small(value) if places < 63 => Ok((i128::from(*value) << places).into()),
            Self::Small(_) | Self::Big(_) => Ok((&*self.big() << places).into()),
        }
    }

    pub(crate) fn shift_right(&self, count: &Self) -> Outcome<Self> {
        let places = shift_count(count)?;
        Ok(match self {
            Self::Small(value) => Self::Small(value >> places.min(63)),
            Self::Big(_) if places > self.bit_length() => Self::Small(-i64::from(self.is_negative())),
            Self::Big(value) => (value >> places).into(),
        })
    }

    pub(crate) fn and(&self, other: &Self) -> Self {
        match self.smalls(other) {
            Some((a, b)) => Self::Small(a & b),
            None => (&*self.big() & &*other.big()).into(),
        }
    }

    pub(crate) fn or(&self, other: &Self) -> Self {
        match self.smalls(other) {
            Some((a, b)) => Self::Small(a | b),
            None => (&*self.big() | &*other.big()).into(),
        }
    }

    pub(crate) fn xor(&self, other: &Self) -> Self {
        match self.smalls(other) {
            Some((a, b)) => Self::Small(a ^ b),
            None => (&*self.big() ^ &*other.big()).into(),
        }
    }

    /// `round(self, digits)` for negative digits: to a multiple of a power of ten, half to even.
    pub(crate) fn round(&self, digits: &Self) -> Outcome<Self> {
        if !digits.is_negative() {
            return Ok(self.clone());
        }
        // A unit of more than twice the number leaves nothing of it.
        let places = digits.negate().small().unwrap_or(i64::MAX) as u64;
        if places > self.bit_length() / 3 + 2 {
            return Ok(Self::Small(0));
        }
        let unit = Self::Small(10).power(&Self::Small(places as i64))?;
        let (quotient, remainder) = self.divmod(&unit)?;
        let up = match remainder.add(&remainder)?.cmp(&unit) {
            Ordering::Less => false,
            Ordering::Equal => quotient.is_odd(),
            Ordering::Greater => true,
        };
        quotient.add(&Self::Small(i64::from(up)))?.multiply(&unit)
    }

    /// `self.to_bytes(length, …)`, in the order that `little` asks for.
    pub(crate) fn to_bytes(&self, length: usize, little: bool, signed: bool) -> Outcome<Vec<u8>> {
        if self.is_negative() && !signed {
            return Err(Failure::overflow("can't convert negative int to unsigned"));
        }
        let mut bytes = self.big().to_signed_bytes_le();
        let filling = if self.is_negative() { 255 } else { 0 };
        if !signed || self.is_zero() {
            while bytes.last() == Some(&0) {
                bytes.pop();
            }
        }
        if bytes.len() > length {
            return Err(Failure::overflow("int too big to convert"));
        }
        bytes.resize(length, filling);
        if !little {
            bytes.reverse();
        }
        Ok(bytes)
    }

    pub(crate) fn from_bytes(bytes: &[u8], little: bool, signed: bool) -> Outcome<Self> {
        within_bits(bytes.len() as u64 * 8)?;
        Ok(match (little, signed) {
            (true, true) => BigInt::from_signed_bytes_le(bytes),
            (true, false) => BigInt::from_bytes_le(Sign::Plus, bytes),
            (false, true) => BigInt::from_signed_bytes_be(bytes),
            (false, false) => BigInt::from_bytes_be(Sign::Plus, bytes),
        }
        .into())
    }

    /// The digits in a radix from 2 to 36, with `-` in front of a negative number.
    /// Decimal digits are limited as in CPython.
    pub(crate) fn digits(&self, radix: u32) -> Outcome<String> {
        let value = match self {
            Self::Small(value) if radix == 10 => return Ok(value.to_string()),
            Self::Small(_) | Self::Big(_) => self.big(),
        };
        if radix == 10 {
            digits::allow_writing(value.bits())?;
        }
        let text = value.to_str_radix(radix);
        if radix == 10 {
            digits::check_written(text.trim_start_matches('-').len())?;
        }
        Ok(text)
    }
}

fn shift_count(count: &Integer) -> Outcome<u64> {
    if count.is_negative() {
        return Err(Failure::value("negative shift count"));
    }
    Ok(count.small().map_or(u64::MAX, |places| places as u64))
}

#[cfg(test)]
#[path = "tests/integer.rs"]
mod tests;
