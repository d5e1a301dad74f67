//! Answers of CPython 3.13.

use super::*;

#[test]
fn rounding() {
    let cases = [
        (2.675, 2, 2.67),
        (0.5, 0, 0.0),
        (1.5, 0, 2.0),
        (2.5, 0, 2.0),
        (1234.5, -2, 1200.0),
        (50.0, -2, 0.0),
        (150.0, -2, 200.0),
        (51.0, -2, 100.0),
        (1e+22, -22, 1e+22),
        (5e-324, 323, 0.0),
        (-0.04, 1, -0.0),
    ];
    for (value, digits, wanted) in cases {
        assert_eq!(round(value, &Integer::Small(digits)).map(f64::to_bits), Ok(f64::to_bits(wanted)));
    }
}

#[test]
fn division() {
    let cases = [
        (7.0, -2.0, -4.0, -1.0),
        (-7.0, 2.0, -4.0, 1.0),
        (1.0, 0.1, 9.0, 0.09999999999999995),
        (-0.0, 3.0, -0.0, 0.0),
        (5.5, -1.1, -5.0, -4.440892098500626e-16),
    ];
    for (a, b, quotient, rest) in cases {
        assert_eq!(divmod(a, b), Ok((quotient, rest)));
    }
}

#[test]
fn powers() {
    assert_eq!(power(-8.0, 0.5), Ok(None));
    assert_eq!(power(1.05, 10.0), Ok(Some(1.628894626777442)));
    assert!(power(0.0, -1.0).is_err());
    assert!(power(10.0, 400.0).is_err());
}
