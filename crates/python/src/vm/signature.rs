//! What is said of arguments that don't fit the parameters of a function written in Python: those of the
//! program, and those that are written in Python in CPython and in Rust here.

use super::native::Arguments;
use super::raise::{type_error, unexpected_keyword};
use crate::code::Code;
use crate::object::{Exception, Function};
use crate::value::Value;

/// The parameters of a function, as far as messages name them.
pub(crate) struct Signature<'a> {
    pub(crate) qualname: &'a str,
    /// Those that can be given by position, then those that must be named.
    pub(crate) names: &'a [&'a str],
    pub(crate) positional: usize,
    /// How many of the positional ones need not be given: the last.
    pub(crate) defaults: usize,
}

impl Signature<'_> {
    pub(crate) fn missing(&self, missing: &[usize], kind: &str) -> Exception {
        let names: Vec<String> = missing.iter().map(|index| format!("'{}'", self.names[*index])).collect();
        let list = match names.as_slice() {
            [one] => one.clone(),
            [one, other] => format!("{one} and {other}"),
            [first @ .., last] => format!("{}, and {last}", first.join(", ")),
            [] => String::new(),
        };
        let plural = if names.len() == 1 { "" } else { "s" };
        let count = names.len();
        type_error(format!("{}() missing {count} required {kind} argument{plural}: {list}", self.qualname))
    }

    /// So many were given by position, and so many of those that must be named.
    pub(crate) fn too_many(&self, given: usize, keyword_given: usize) -> Exception {
        let Self { qualname, positional: most, defaults, .. } = self;
        let (takes, plural) = if *defaults > 0 {
            (format!("from {} to {most}", most.saturating_sub(*defaults)), "s")
        } else {
            (most.to_string(), if *most == 1 { "" } else { "s" })
        };
        if keyword_given > 0 {
            let plural_given = if given == 1 { "" } else { "s" };
            let plural_keywords = if keyword_given == 1 { "" } else { "s" };
            return type_error(format!(
                "{qualname}() takes {takes} positional argument{plural} but {given} positional argument{plural_given} (and {keyword_given} keyword-only argument{plural_keywords}) were given"
            ));
        }
        let were = if given == 1 { "was" } else { "were" };
        type_error(format!("{qualname}() takes {takes} positional argument{plural} but {given} {were} given"))
    }

    pub(crate) fn twice(&self, name: &str) -> Exception {
        type_error(format!("{}() got multiple values for argument '{name}'", self.qualname))
    }

    /// Nothing is called so; the first parameters, which have no names for callers, aside.
    pub(crate) fn unexpected(&self, name: &str, positional_only: usize) -> Exception {
        let known = self.names.get(positional_only..).unwrap_or_default();
        unexpected_keyword(self.qualname, name, known)
    }
}

/// What a method of the library's says of arguments that don't fit, if it is written in C in CPython: its first
/// line ends in `#@ in C: Future` then, with the name that it has there. One with a dot takes one argument.
pub(crate) fn complaint_of_c(
    function: &Function,
    first: Option<&Value>,
    arguments: Arguments<'_>,
) -> Option<Exception> {
    let Code { source, parameters, locals, .. } = &*function.code;
    let (_, name) =
        source.line(function.code.first_line).rsplit_once("#@ in C: ").filter(|_| source.is_library)?;
    let given = if first.is_some() { arguments } else { arguments.rest() };
    if name.contains('.') {
        return given.only(name.trim()).err();
    }
    let (positional, keyword_only) =
        (usize::from(parameters.positional), usize::from(parameters.keyword_only));
    let (_, own) = locals[..positional + keyword_only].split_first()?;
    let nameless = usize::from(parameters.positional_only).saturating_sub(1);
    let names: Vec<&str> = own
        .iter()
        .enumerate()
        .map(|(index, name)| if index < nameless { "" } else { name.as_str() })
        .collect();
    let defaults = function.defaults.borrow().as_ref().map_or(0, |defaults| defaults.len());
    let mut slots = vec![Value::Unset; names.len()];
    given
        .bind_to(&mut slots, name.trim(), &names, positional.saturating_sub(1 + defaults), keyword_only)
        .err()
}

impl Arguments<'_> {
    /// Nothing is given to a method that takes nothing.
    pub(crate) fn alone(&self, qualname: &str) -> Result<(), Exception> {
        if self.all().len() == 1 && self.names().is_empty() {
            return Ok(());
        }
        self.fit(qualname, [], 0, 0).map(|[]| ())
    }

    /// Sorts arguments to the parameters of what is a function or a method in Python, with its words: a
    /// method's qualified name has a dot, and its object counts, too. The first `required` must be given, and
    /// the last `keyword_only` named. What is not given is `Unset`.
    pub(crate) fn fit<const N: usize>(
        &self,
        qualname: &str,
        names: [&str; N],
        required: usize,
        keyword_only: usize,
    ) -> Result<[Value; N], Exception> {
        let object = usize::from(qualname.contains('.'));
        let own = if object == 0 { *self } else { self.rest() };
        let most = N - keyword_only;
        let complain = |complaint: &dyn Fn(&Signature<'_>) -> Exception| {
            let all: Vec<&str> = ["self"].into_iter().take(object).chain(names).collect();
            let defaults = most.saturating_sub(required);
            Err(complaint(&Signature { qualname, names: &all, positional: most + object, defaults }))
        };
        let mut slots = [const { Value::Unset }; N];
        let positional = own.positional();
        for (slot, value) in slots[..most].iter_mut().zip(positional) {
            *slot = value.clone();
        }
        for (name, value) in own.named() {
            match names.iter().position(|known| name == known) {
                Some(index) if slots[index].is_unset() => slots[index] = value.clone(),
                Some(_) => return complain(&|signature| signature.twice(name)),
                None => return complain(&|signature| signature.unexpected(name, 0)),
            }
        }
        if positional.len() > most {
            let keyword_given = slots[most..].iter().filter(|value| !value.is_unset()).count();
            return complain(&|signature| signature.too_many(positional.len() + object, keyword_given));
        }
        let missing: Vec<usize> =
            (0..required).filter(|index| slots[*index].is_unset()).map(|index| index + object).collect();
        if missing.is_empty() {
            Ok(slots)
        } else {
            complain(&|signature| signature.missing(&missing, "positional"))
        }
    }
}
