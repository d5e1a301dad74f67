//! The words of a record by their letters, so that each is written down once. Looked up and never
//! gone through: the order of a table is nobody's business.

use hashbrown::HashTable;
use interleave_trace::{Span, TextId, Trace};

use crate::program::Code;

/// The words that a trace has.
#[derive(Default)]
pub(crate) struct Vocabulary {
    texts: HashTable<TextId>,
    /// Names of code, of which each is a word of its own, and where it is defined.
    codes: HashTable<(TextId, Span)>,
}

impl Vocabulary {
    /// The words as the trace knows them.
    pub(crate) fn intern(&mut self, trace: &mut Trace, text: &str) -> TextId {
        let place = place(text);
        if let Some(id) = self.texts.find(place, |id| trace.text(*id) == text) {
            return *id;
        }
        let id = trace.texts.push(text);
        self.texts.insert_unique(place, id, |id| self::place(trace.text(*id)));
        id
    }

    /// The name of a code and where it is defined, likewise.
    pub(crate) fn intern_code(&mut self, trace: &mut Trace, Code { name, defined }: Code) -> TextId {
        let place = place(&name);
        let is_it = |(id, at): &(TextId, Span)| *at == defined && trace.text(*id) == name;
        if let Some((id, _)) = self.codes.find(place, is_it) {
            return *id;
        }
        let id = trace.texts.push(&name);
        if defined != Span::default() {
            trace.definitions.insert(id, defined);
        }
        self.codes.insert_unique(place, (id, defined), |(id, _)| self::place(trace.text(*id)));
        id
    }
}

/// Where a word lies in a table: Fowler, Noll and Vo's hash, whose upper half the table would miss.
fn place(text: &str) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let mix = |state: u64, byte: u8| (state ^ u64::from(byte)).wrapping_mul(PRIME);
    let state = text.bytes().fold(BASIS, mix);
    state ^ (state >> 32)
}

#[cfg(test)]
mod tests {
    use interleave_trace::{Span, TextId, Texts, Trace};

    use super::Vocabulary;
    use crate::program::Code;

    #[test]
    fn each_word_is_written_once_and_each_code_has_one_of_its_own() {
        let (mut words, mut trace) = (Vocabulary::default(), Trace::default());
        let many: Vec<String> = (0..1_000).map(|number| format!("Task-{number}")).collect();
        for _ in 0..2 {
            for (number, word) in (0..).zip(&many) {
                assert_eq!(words.intern(&mut trace, word), TextId(number));
            }
        }
        assert_eq!(trace.texts, many.iter().map(String::as_str).collect::<Texts>());
        let code = |start| Code { name: "Task-7".to_owned(), defined: Span { start, end: 9 } };
        for _ in 0..2 {
            let ids = [1, 2].map(|start| words.intern_code(&mut trace, code(start)));
            assert_eq!(ids, [TextId(1_000), TextId(1_001)]);
        }
        assert_eq!(trace.text(TextId(1_001)), "Task-7");
        assert_eq!(trace.definitions.len(), 2);
    }
}
