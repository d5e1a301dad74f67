//! Answers of CPython 3.13.

use super::*;

#[test]
fn seeds() {
    let three = |mut source: Mersenne| [source.random(), source.random(), source.random()];
    assert_eq!(
        three(Mersenne::from_integer(&Integer::from(0_i64))),
        [0.8444218515250481, 0.7579544029403025, 0.420571580830845]
    );
    assert_eq!(
        three(Mersenne::from_integer(&Integer::from(42_i64))),
        [0.6394267984578837, 0.025010755222666936, 0.27502931836911926]
    );
    assert_eq!(
        three(Mersenne::from_integer(&Integer::from(-42_i64))),
        [0.6394267984578837, 0.025010755222666936, 0.27502931836911926]
    );
    assert_eq!(
        three(Mersenne::from_integer(&Integer::from(1180591620717411303424_i128))),
        [0.2327882718301838, 0.4150663501741646, 0.10762663043437715]
    );
    assert_eq!(
        three(Mersenne::from_bytes(b"spam")),
        [0.7594613714095375, 0.12006198590420969, 0.257990874390161]
    );
    assert_eq!(
        three(Mersenne::from_float(0.5)),
        [0.2794930785867423, 0.7912631961880867, 0.5698671052566573]
    );
    let mut source = Mersenne::from_integer(&Integer::Small(1));
    assert_eq!(source.bits(&Integer::Small(1)), Ok(Integer::from(0_i128)));
    assert_eq!(source.bits(&Integer::Small(32)), Ok(Integer::from(2444712010_i128)));
    assert_eq!(source.bits(&Integer::Small(33)), Ok(Integer::from(7934667487_i128)));
    assert_eq!(source.bits(&Integer::Small(100)), Ok(Integer::from(99436813185968347955962756036_i128)));
    assert_eq!(source.bits(&Integer::Small(0)), Ok(Integer::from(0_i128)));
}
