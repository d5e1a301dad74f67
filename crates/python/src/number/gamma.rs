//! The gamma function and its logarithm, by Lanczos' approximation with the figures that CPython
//! uses, so that the last digit agrees, too.

use std::f64::consts::PI;

use super::elementary::{cos, exp, log, pow, sin};

/// Lanczos' parameter, and the coefficients of his sum as a quotient of two polynomials.
#[expect(clippy::excessive_precision, reason = "as published")]
const G: f64 = 6.024680040776729583740234375;
#[expect(clippy::excessive_precision, reason = "as published")]
const NUMERATOR: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];
const DENOMINATOR: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

fn lanczos_sum(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    let coefficients = NUMERATOR.iter().zip(&DENOMINATOR);
    if x < 5.0 {
        for (numerator, denominator) in coefficients.rev() {
            (above, below) = (above * x + numerator, below * x + denominator);
        }
    } else {
        for (numerator, denominator) in coefficients {
            (above, below) = (above / x + numerator, below / x + denominator);
        }
    }
    above / below
}

/// The sine of `PI * x`, for an `x` that is not negative.
fn sine_of_pi_times(x: f64) -> f64 {
    let turn = x % 2.0;
    match (2.0 * turn).round() as u8 {
        0 => sin(PI * turn),
        1 => cos(PI * (turn - 0.5)),
        2 => sin(PI * (1.0 - turn)),
        3 => -cos(PI * (turn - 1.5)),
        _ => sin(PI * (turn - 2.0)),
    }
}

/// For an `x` that is no pole.
pub(super) fn gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return x;
    }
    if x == x.floor() && (1.0..=23.0).contains(&x) {
        // Small factorials are exact.
        return (2..x as u64).map(|factor| factor as f64).product();
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sine_of_pi_times(size) } else { f64::INFINITY };
    }
    let y = size + G - 0.5;
    // What rounding took from `y`.
    let lost = if size > G - 0.5 { y - size - (G - 0.5) } else { y - (G - 0.5) - size };
    let correction = lost * G / y;
    // In two steps where one would overflow.
    let by_power = |value: f64, step: fn(f64, f64) -> f64| {
        if size < 140.0 {
            step(value, pow(y, size - 0.5))
        } else {
            let root = pow(y, size / 2.0 - 0.25);
            step(step(value, root), root)
        }
    };
    if x < 0.0 {
        let value = -PI / sine_of_pi_times(size) / size * exp(y) / lanczos_sum(size);
        by_power(value - correction * value, |value, power| value / power)
    } else {
        let value = lanczos_sum(size) / exp(y);
        by_power(value + correction * value, |value, power| value * power)
    }
}

/// The logarithm of the size of `gamma(x)`.
pub(super) fn log_gamma(x: f64) -> f64 {
    if x.is_infinite() {
        return f64::INFINITY;
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { f64::INFINITY } else { 0.0 };
    }
    let size = x.abs();
    if size < 1e-20 {
        return -log(size);
    }
    let value = log(lanczos_sum(size)) - G + (size - 0.5) * (log(size + G - 0.5) - 1.0);
    if x < 0.0 { log(PI) - log(sine_of_pi_times(size).abs()) - log(size) - value } else { value }
}
