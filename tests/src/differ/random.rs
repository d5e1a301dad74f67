//! Chance from a seed: the same seed gives the same programs, on every machine and for ever.

/// Steele, Lea and Flood's SplitMix64.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    pub(crate) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// One of the choices, each as often as its weight says.
    pub(crate) fn pick_by_weight<T: Copy>(&mut self, choices: &[T], weight: impl Fn(&T) -> usize) -> T {
        let mut left = self.below(choices.iter().map(&weight).sum());
        for choice in choices {
            match left.checked_sub(weight(choice)) {
                None => return *choice,
                Some(rest) => left = rest,
            }
        }
        choices[0]
    }
}

#[test]
fn a_seed_is_a_sequence() {
    let draw = |seed| {
        let mut random = Random::new(seed);
        [(); 4].map(|()| random.below(1000))
    };
    assert_eq!(draw(1), draw(1));
    assert_ne!(draw(1), draw(2));
}

#[test]
fn weights_are_kept() {
    let mut random = Random::new(0);
    let mut counts = [0; 3];
    for _ in 0..4000 {
        counts[random.pick_by_weight(&[0, 1, 2], |choice| [1, 0, 3][*choice])] += 1;
    }
    assert!(counts[1] == 0 && counts[0] > 800 && counts[2] > 2800, "{counts:?}");
}
