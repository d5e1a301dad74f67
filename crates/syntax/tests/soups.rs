//! Whatever the text, there is a tree or an error that can be printed, never a panic.

use interleave_syntax::{Limits, parse, render};

/// A small generator of numbers (xorshift), so that each run tries the same texts.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("it is below a usize")
    }
}

fn try_it(source: &str) {
    if let Err(error) = parse(source, Limits::default()) {
        assert!(
            error.span.start as usize <= source.len() && source.is_char_boundary(error.span.start as usize)
        );
        assert!(render(&error, "main.py").ends_with('\n'));
    }
}

#[test]
fn random_bytes_do_no_harm() {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    for _ in 0..10_000 {
        let length = numbers.below(60);
        let bytes: Vec<u8> = (0..length).map(|_| u8::try_from(numbers.below(256)).expect("a byte")).collect();
        try_it(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn words_in_any_order_do_no_harm() {
    let words = "if else elif for while def class async await return yield from import as with try except finally \
        lambda not and or in is match case type global nonlocal del raise assert pass break continue None True x y f print \
        0 1.5 0x 1_ 'a' \"b\" f'{ {x!r:>3} }' \\ ''' \"\"\" ( ) [ ] { } : , ; . ... = == != := -> + - * ** / // % @ & | ^ ~ << >> \
        += ! $ ? ， （ ） 中 \u{a0} \u{feff} \u{200b} b'x' '\\ud800' '\\N{DASH}' f'{x=}' f\" rb' #c";
    let mut words: Vec<&str> = words.split_whitespace().collect();
    words.extend(["\n", "\n    ", "\n\t", "\r\n", "\r", " ", "\n        ", "\u{c}"]);
    let mut numbers = Numbers(7);
    for _ in 0..20_000 {
        let length = numbers.below(25);
        let soup: Vec<&str> = (0..length).map(|_| words[numbers.below(words.len())]).collect();
        try_it(&soup.join(if numbers.below(2) == 0 { " " } else { "" }));
    }
}

#[test]
fn mutilated_programs_do_no_harm() {
    let entries = include_str!("mistakes.txt").split("====================\n").skip(1);
    let programs: Vec<&str> =
        entries.filter_map(|entry| entry.split("--------------------\n").next()).collect();
    let mut numbers = Numbers(11);
    for _ in 0..10_000 {
        let (one, other) = (programs[numbers.below(programs.len())], programs[numbers.below(programs.len())]);
        let cut = |text: &str, at: usize| text.chars().take(at).collect::<String>();
        let tail: String = other.chars().skip(numbers.below(20)).collect();
        try_it(&(cut(one, numbers.below(60)) + &tail));
    }
}
