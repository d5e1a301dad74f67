//! Answers of CPython 3.13.

use super::*;

fn int(text: &str) -> Integer {
    text.parse::<BigInt>().expect("it is a number").into()
}

#[test]
fn arithmetic() {
    let cases = [
        ("-7", "2", "-5", "-9", "-14", "-4", "1", "0", "-5", "-5"),
        ("7", "-2", "5", "9", "-14", "-4", "-1", "6", "-1", "-7"),
        (
            "9223372036854775808",
            "3",
            "9223372036854775811",
            "9223372036854775805",
            "27670116110564327424",
            "3074457345618258602",
            "2",
            "0",
            "9223372036854775811",
            "9223372036854775811",
        ),
        (
            "-9223372036854775808",
            "-1",
            "-9223372036854775809",
            "-9223372036854775807",
            "9223372036854775808",
            "9223372036854775808",
            "0",
            "-9223372036854775808",
            "-1",
            "9223372036854775807",
        ),
        (
            "1000000000000000000000000000000",
            "-100000000000",
            "999999999999999999900000000000",
            "1000000000000000000100000000000",
            "-100000000000000000000000000000000000000000",
            "-10000000000000000000",
            "0",
            "999999999999999999990336323584",
            "-90336323584",
            "-1000000000000000000080672647168",
        ),
        (
            "18446744073709551615",
            "18446744073709551616",
            "36893488147419103231",
            "-1",
            "340282366920938463444927863358058659840",
            "0",
            "18446744073709551615",
            "0",
            "36893488147419103231",
            "36893488147419103231",
        ),
    ];
    for (a, b, sum, difference, product, quotient, rest, and, or, xor) in cases {
        let (a, b) = (int(a), int(b));
        assert_eq!(a.add(&b), Ok(int(sum)));
        assert_eq!(a.subtract(&b), Ok(int(difference)));
        assert_eq!(a.multiply(&b), Ok(int(product)));
        assert_eq!(a.divmod(&b), Ok((int(quotient), int(rest))));
        assert_eq!((a.and(&b), a.or(&b), a.xor(&b)), (int(and), int(or), int(xor)));
    }
}

#[test]
fn powers_shifts_and_bytes() {
    assert_eq!(int("-3").power(&int("41")), Ok(int("-36472996377170786403")));
    assert_eq!(int("3").power_modulo(&int("-1"), &int("-7")), Ok(int("-2")));
    assert_eq!(int("-5").shift_right(&int("1")), Ok(int("-3")));
    assert_eq!(int("3").shift_left(&int("100")), Ok(int("3802951800684688204490109616128")));
    assert_eq!(int("-1").shift_right(&int("1000")), Ok(int("-1")));
    assert_eq!(int("-129").to_bytes(2, false, true), Ok(vec![255, 127]));
    assert!(int("-129").to_bytes(1, false, true).is_err());
    assert_eq!(Integer::from_bytes(&[255, 127], false, true), Ok(int("-129")));
    assert_eq!(int("25").round(&int("-1")), Ok(int("20")));
    assert_eq!(int("-35").round(&int("-1")), Ok(int("-40")));
}

#[test]
fn what_would_be_too_large_is_refused() {
    assert!(int("10").power(&int("10000000")).is_err());
    assert!(int("1").shift_left(&int("10000000")).is_err());
    assert!(int("10").power(&int("4300")).expect("it is small").digits(10).is_err());
    assert!(int("10").power(&int("4299")).expect("it is small").digits(10).is_ok());
}
