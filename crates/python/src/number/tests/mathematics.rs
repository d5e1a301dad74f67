//! Answers of CPython 3.13.

use super::*;

#[test]
fn of_one_argument() {
    let cases = [
        ("exp", 0.324, Ok(1.3826473071194796)),
        ("exp", 0.151, Ok(1.1629966580818203)),
        ("log2", 0.651, Ok(-0.6192705514964515)),
        ("log2", 0.072, Ok(-3.795859283219775)),
        ("log1p", 0.536, Ok(0.42918163472548043)),
        ("log1p", 0.366, Ok(0.3118867611485983)),
        ("sin", 0.058, Ok(0.057967486802534995)),
        ("sin", 0.507, Ok(0.4855568204913554)),
        ("cos", 0.037, Ok(0.9993155780864782)),
        ("cos", 0.434, Ok(0.9072909991954848)),
        ("sqrt", 0.07, Ok(0.2645751311064591)),
        ("sqrt", 0.091, Ok(0.30166206257996714)),
        ("atan", 0.425, Ok(0.4018706474404565)),
        ("atan", 0.827, Ok(0.6909889104408984)),
        ("asin", 0.124, Ok(0.12431998972196541)),
        ("asin", 0.223, Ok(0.22489088895478543)),
        ("expm1", 0.627, Ok(0.8719861883312423)),
        ("expm1", 0.948, Ok(1.5805434079706433)),
        ("sqrt", -1.0, Err("math domain error")),
        ("exp", 1000.0, Err("math range error")),
        ("acos", 2.0, Err("math domain error")),
        ("gamma", 0.0, Err("math domain error")),
        ("gamma", 5.0, Ok(24.0)),
        ("lgamma", -1.0, Err("math domain error")),
        ("sin", f64::INFINITY, Err("math domain error")),
        ("log10", 0.0, Err("math domain error")),
        ("cosh", 1000.0, Err("math range error")),
        ("atanh", 1.0, Err("math domain error")),
    ];
    for (name, x, wanted) in cases {
        let found = one_argument(name, x).expect("it is known").map_err(|failure| failure.text);
        assert_eq!(found, wanted.map_err(str::to_owned), "{name}({x})");
    }
}

#[test]
fn neighbours() {
    assert_eq!(next_after(1.0, 2.0, None), Ok(1.0000000000000002));
    assert_eq!(next_after(0.0, -1.0, None), Ok(-5e-324));
    assert_eq!(next_after(1.0, 0.0, Some(&Integer::Small(3))), Ok(0.9999999999999997));
    assert_eq!(ulp(1.0), f64::EPSILON);
    assert_eq!(is_close(1.0, 1.0 + 1e-10, 1e-9, 0.0), Ok(true));
    assert_eq!(Logarithm::Natural.integer(&Integer::Small(10)), Ok(std::f64::consts::LN_10));
}
