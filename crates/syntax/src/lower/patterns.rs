//! The patterns of `case`.

use ruff_python_ast::{self as ruff, Singleton};

use super::{Lowering, name, span_of};
use crate::tree::{Constant, Pattern, PatternKind};

impl Lowering<'_> {
    fn patterns(&self, patterns: &[ruff::Pattern]) -> Vec<Pattern> {
        patterns.iter().map(|pattern| self.pattern(pattern)).collect()
    }

    pub(super) fn pattern(&self, pattern: &ruff::Pattern) -> Pattern {
        let kind = match pattern {
            ruff::Pattern::MatchValue(value) => PatternKind::Value(self.expression(&value.value)),
            ruff::Pattern::MatchSingleton(singleton) => PatternKind::Singleton(match singleton.value {
                Singleton::None => Constant::None,
                Singleton::True => Constant::True,
                Singleton::False => Constant::False,
            }),
            ruff::Pattern::MatchSequence(sequence) => {
                PatternKind::Sequence(self.patterns(&sequence.patterns))
            }
            ruff::Pattern::MatchMapping(mapping) => PatternKind::Mapping {
                items: mapping
                    .keys
                    .iter()
                    .zip(&mapping.patterns)
                    .map(|(key, pattern)| (self.expression(key), self.pattern(pattern)))
                    .collect(),
                rest: mapping.rest.as_ref().map(name),
            },
            ruff::Pattern::MatchClass(class) => PatternKind::Class {
                class: self.expression(&class.cls),
                patterns: self.patterns(&class.arguments.patterns),
                keywords: class
                    .arguments
                    .keywords
                    .iter()
                    .map(|keyword| (name(&keyword.attr), self.pattern(&keyword.pattern)))
                    .collect(),
            },
            ruff::Pattern::MatchStar(star) => PatternKind::Star(star.name.as_ref().map(name)),
            ruff::Pattern::MatchAs(capture) => PatternKind::As {
                pattern: capture.pattern.as_ref().map(|pattern| Box::new(self.pattern(pattern))),
                name: capture.name.as_ref().map(name),
            },
            ruff::Pattern::MatchOr(or) => PatternKind::Or(self.patterns(&or.patterns)),
        };
        Pattern { span: span_of(pattern), kind }
    }
}
