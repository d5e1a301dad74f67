//! Answers of CPython 3.13.

use super::*;

#[test]
fn numbers() {
    assert_eq!(integer(&Integer::Small(0)), 0);
    assert_eq!(integer(&Integer::Small(1)), 1);
    assert_eq!(integer(&Integer::Small(-1)), -2);
    assert_eq!(integer(&Integer::Small(2305843009213693951)), 0);
    assert_eq!(integer(&Integer::Small(2305843009213693952)), 1);
    assert_eq!(integer(&Integer::Small(-9223372036854775808)), -4);
    assert_eq!(float(0.5), Some(1152921504606846976));
    assert_eq!(float(-1.0), Some(-2));
    assert_eq!(float(1e+300), Some(1224995262755759164));
    assert_eq!(float(4.17), Some(391993311566327812));
    assert_eq!(float(5e-324), Some(16777216));
    assert_eq!(float(f64::INFINITY), Some(314159));
}

#[test]
fn texts_and_collections() {
    assert_eq!(text(""), 0);
    assert_eq!(text("a"), 4644417185603328019);
    assert_eq!(text("hello world"), -5642461784034726774);
    assert_eq!(text("é"), 6047309291227476195);
    assert_eq!(text("中文"), 501833946989431548);
    assert_eq!(text("😀a"), 1495732039293241016);
    assert_eq!(tuple(&[]), 5740354900026072187);
    assert_eq!(tuple(&[1, 2, -2]), -410715377096368836);
    assert_eq!(frozen_set([1, 2, 3].into_iter()), -272375401224217160);
}
