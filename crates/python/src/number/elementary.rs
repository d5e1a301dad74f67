//! The elementary functions, the same bits on every machine.
//!
//! The standard library's would differ between a native build and the page. Powers,
//! exponentials, logarithms and the functions of angles, which programs print most, are computed to
//! twice a float's precision and rounded once, as a careful C library does to all but a
//! hair; the rest come from `libm`.

pub(crate) use libm::{acosh, asinh, atanh, cbrt, erf, erfc, expm1, log1p, sinh};

/// A number as the sum of two floats, the second far smaller.
#[derive(Clone, Copy)]
struct Double(f64, f64);

/// The natural logarithm of 2, and pi, in three parts.
const LN_2: [f64; 3] = [f64::from_bits(0x3fe6_2e42_fefa_39ef), 2.3190468138462996e-17, 5.707708438416212e-34];
const HALF_PI: [f64; 3] =
    [f64::from_bits(0x3ff9_21fb_5444_2d18), 6.123233995736766e-17, -1.4973849048591698e-33];

fn sum(a: f64, b: f64) -> Double {
    let total = a + b;
    let part = total - a;
    Double(total, (a - (total - part)) + (b - part))
}

impl Double {
    fn plus(self, other: Self) -> Self {
        let Double(high, low) = sum(self.0, other.0);
        let Double(high, low) = sum(high, low + self.1 + other.1);
        Double(high, low)
    }

    fn times(self, other: Self) -> Self {
        let product = self.0 * other.0;
        let lost = libm::fma(self.0, other.0, -product);
        sum(product, lost + (self.0 * other.1 + self.1 * other.0))
    }

    fn over(self, divisor: Self) -> Self {
        let first = self.0 / divisor.0;
        let rest = self.minus(divisor.times(Double(first, 0.0)));
        sum(first, (rest.0 + rest.1) / divisor.0)
    }

    fn minus(self, other: Self) -> Self {
        self.plus(Double(-other.0, -other.1))
    }

    /// `self - count * constant`, for a constant in three parts.
    fn less(self, count: f64, constant: [f64; 3]) -> Self {
        constant.into_iter().fold(self, |rest, part| {
            let product = count * part;
            rest.minus(Double(product, libm::fma(count, part, -product)))
        })
    }

    /// The sum of a series that begins with `self`, each term the last one times `square`
    /// over the next two counted factors.
    fn series(self, square: Self, from: f64, sign: f64) -> Self {
        let (mut term, mut total, mut factor) = (self, self, from);
        while term.0.abs() > total.0.abs() * 1e-34 && factor < 60.0 {
            term = term.times(square).over(Double(sign * factor * (factor + 1.0), 0.0));
            total = total.plus(term);
            factor += 2.0;
        }
        total
    }
}

/// e to a power that isn't huge, as a Double times a power of two.
fn exponential(x: Double) -> (Double, i32) {
    let count = libm::rint(x.0 / LN_2[0]);
    // A small argument makes a short series; squaring undoes the halvings.
    let rest = x.less(count, LN_2);
    let small = Double(rest.0 / 256.0, rest.1 / 256.0);
    let (mut term, mut total) = (Double(1.0, 0.0), Double(0.0, 0.0));
    for n in 1..=12 {
        term = term.times(small).over(Double(f64::from(n), 0.0));
        total = total.plus(term);
    }
    for _ in 0..8 {
        // (1 + t)² - 1 keeps what is small exact.
        total = total.times(total.plus(Double(2.0, 0.0)));
    }
    (total.plus(Double(1.0, 0.0)), count as i32)
}

fn scaled((value, exponent): (Double, i32)) -> f64 {
    if exponent > -1020 {
        return libm::scalbn(value.0 + value.1, exponent);
    }
    // Below the smallest normal number the second part may decide the rounding.
    let high = libm::scalbn(value.0, exponent);
    let lost = value.0 - libm::scalbn(high, -exponent) + value.1;
    high + libm::scalbn(lost, exponent)
}

pub(crate) fn exp(x: f64) -> f64 {
    if !(-746.0..=710.0).contains(&x) || x.abs() < 1e-300 {
        return libm::exp(x);
    }
    scaled(exponential(Double(x, 0.0)))
}

pub(crate) fn exp2(x: f64) -> f64 {
    if x == libm::rint(x) || !(-1076.0..=1025.0).contains(&x) {
        return libm::exp2(x);
    }
    let whole = libm::rint(x);
    let (value, exponent) = exponential(Double(LN_2[0], LN_2[1]).times(Double(x - whole, 0.0)));
    scaled((value, exponent + whole as i32))
}

/// The natural logarithm of a positive finite number.
fn logarithm(x: f64) -> Double {
    let (mut fraction, mut exponent) = libm::frexp(x);
    if fraction < std::f64::consts::FRAC_1_SQRT_2 {
        (fraction, exponent) = (fraction * 2.0, exponent - 1);
    }
    // One Newton step from a good guess: guess + 2 (f - e) / (f + e), twice for its cube.
    let mut guess = Double(libm::log(fraction), 0.0);
    for _ in 0..2 {
        let (power, two) = exponential(guess);
        let power = Double(libm::scalbn(power.0, two), libm::scalbn(power.1, two));
        let fraction = Double(fraction, 0.0);
        let step = fraction.minus(power).over(fraction.plus(power));
        guess = guess.plus(Double(2.0 * step.0, 2.0 * step.1));
    }
    if exponent == 0 {
        return guess;
    }
    guess.less(-f64::from(exponent), LN_2)
}

/// A logarithm over that of its base, for a positive finite number.
fn logarithm_to(x: f64, base: f64) -> f64 {
    let result = logarithm(x).over(logarithm(base));
    result.0 + result.1
}

fn has_logarithm(x: f64) -> bool {
    x > 0.0 && x.is_finite() && x != 1.0
}

pub(crate) fn log(x: f64) -> f64 {
    if !has_logarithm(x) {
        return libm::log(x);
    }
    let result = logarithm(x);
    result.0 + result.1
}

pub(crate) fn log2(x: f64) -> f64 {
    let power_of_two = x.to_bits() & ((1 << 52) - 1) == 0;
    if has_logarithm(x) && !power_of_two { logarithm_to(x, 2.0) } else { libm::log2(x) }
}

/// Rounded as the C library does it, which isn't always to the nearest: from the natural
/// logarithm of the fraction, and that of the power of two in two parts.
pub(crate) fn log10(x: f64) -> f64 {
    const OF_2: [f64; 2] = [f64::from_bits(0x3fd3_4413_509f_6000), 3.694239077158931e-13];
    if !has_logarithm(x) {
        return libm::log10(x);
    }
    let (mut fraction, mut exponent) = libm::frexp(x);
    if exponent > 0 {
        (fraction, exponent) = (fraction * 2.0, exponent - 1);
    }
    let count = f64::from(exponent);
    count * OF_2[1] + std::f64::consts::LOG10_E * log(fraction) + count * OF_2[0]
}

pub(crate) fn pow(x: f64, y: f64) -> f64 {
    let result = libm::pow(x, y);
    let ordinary = result.is_finite() && result != 0.0 && x.is_finite() && y.is_finite();
    if !ordinary || x.abs() == 1.0 || y == 0.0 || y == 1.0 {
        return result;
    }
    let power = logarithm(x.abs()).times(Double(y, 0.0));
    if power.0.abs() < 1e-290 {
        return result;
    }
    scaled(exponential(power)).copysign(result)
}

/// What an angle leaves over the nearest multiple of a quarter turn, and which quarter.
fn quarter(x: f64) -> (Double, i64) {
    let count = libm::rint(x / HALF_PI[0]);
    (Double(x, 0.0).less(count, HALF_PI), count as i64 & 3)
}

fn sine(x: Double) -> Double {
    x.series(x.times(x), 2.0, -1.0)
}

fn cosine(x: Double) -> Double {
    Double(1.0, 0.0).series(x.times(x), 1.0, -1.0)
}

/// Angles beyond this are reduced by `libm`, with more digits of pi.
const WIDEST: f64 = 1e8;

fn is_ordinary(x: f64) -> bool {
    (1e-8..WIDEST).contains(&x.abs())
}

fn turned(rest: Double, quarter: i64) -> f64 {
    let value = if quarter & 1 == 0 { sine(rest) } else { cosine(rest) };
    let value = value.0 + value.1;
    if quarter & 2 == 0 { value } else { -value }
}

pub(crate) fn sin(x: f64) -> f64 {
    if !is_ordinary(x) {
        return libm::sin(x);
    }
    let (rest, quarter) = quarter(x);
    turned(rest, quarter)
}

pub(crate) fn cos(x: f64) -> f64 {
    if !is_ordinary(x) {
        return libm::cos(x);
    }
    let (rest, quarter) = quarter(x);
    turned(rest, quarter + 1)
}

pub(crate) fn tan(x: f64) -> f64 {
    if !is_ordinary(x) {
        return libm::tan(x);
    }
    let (rest, quarter) = quarter(x);
    let (sine, cosine) = (sine(rest), cosine(rest));
    let value = if quarter & 1 == 0 { sine.over(cosine) } else { Double(-cosine.0, -cosine.1).over(sine) };
    value.0 + value.1
}

/// A guessed angle, improved by one step of Newton's method.
fn improved(guess: f64, error: Double, slope: Double) -> f64 {
    let step = error.over(slope);
    guess + (step.0 + step.1)
}

pub(crate) fn atan2(y: f64, x: f64) -> f64 {
    let guess = libm::atan2(y, x);
    let tame = |value: f64| (1e-100..1e100).contains(&value.abs());
    if !tame(x) || !tame(y) || guess.abs() < 1e-8 {
        return guess;
    }
    let angle = Double(guess, 0.0);
    let (sine, cosine) = (sine(angle), cosine(angle));
    let (y, x) = (Double(y, 0.0), Double(x, 0.0));
    improved(guess, y.times(cosine).minus(x.times(sine)), x.times(cosine).plus(y.times(sine)))
}

pub(crate) fn atan(x: f64) -> f64 {
    if x.abs() < 1e100 { atan2(x, 1.0) } else { libm::atan(x) }
}

/// Where a sine or cosine is flat, its inverse is left to `libm`.
const FLAT: f64 = 1e-6;

pub(crate) fn asin(x: f64) -> f64 {
    let guess = libm::asin(x);
    let angle = Double(guess, 0.0);
    let slope = cosine(angle);
    if guess.is_nan() || guess.abs() < 1e-8 || slope.0.abs() < FLAT {
        return guess;
    }
    improved(guess, Double(x, 0.0).minus(sine(angle)), slope)
}

pub(crate) fn acos(x: f64) -> f64 {
    let guess = libm::acos(x);
    let angle = Double(guess, 0.0);
    let slope = sine(angle);
    if guess.is_nan() || slope.0.abs() < FLAT {
        return guess;
    }
    improved(guess, cosine(angle).minus(Double(x, 0.0)), slope)
}

/// From exponentials of the size, as the C library does it.
pub(crate) fn cosh(x: f64) -> f64 {
    let size = x.abs();
    if size < 0.5 * std::f64::consts::LN_2 {
        let more = expm1(size);
        return 1.0 + more * more / (2.0 * (1.0 + more));
    }
    if size < 22.0 {
        let power = exp(size);
        return 0.5 * power + 0.5 / power;
    }
    if size < 709.0 { 0.5 * exp(size) } else { libm::cosh(x) }
}

pub(crate) fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if !(1e-16..22.0).contains(&size) {
        return libm::tanh(x);
    }
    let result = if size >= 1.0 {
        1.0 - 2.0 / (expm1(2.0 * size) + 2.0)
    } else {
        let less = expm1(-2.0 * size);
        -less / (less + 2.0)
    };
    result.copysign(x)
}
