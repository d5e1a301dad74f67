//! Code as a list for people.

use std::fmt::Write;

use crate::code::{CONSTANTS, Draft};

/// The instructions, handlers and inner codes.
pub(crate) fn listing(code: &Draft) -> String {
    let mut text = String::new();
    let locals: Vec<&str> = code.locals.iter().map(|name| &**name).collect();
    let _ = writeln!(text, "{} {:?} ({})", code.name, code.kind, locals.join(" "));
    for (index, instruction) in code.instructions.iter().enumerate() {
        let written = readable(&format!("{instruction:?}"), code);
        let _ = writeln!(text, "{index:4} {written}");
    }
    for handler in &code.handlers {
        let _ = writeln!(
            text,
            "     {}..{} -> {} r{}",
            handler.start, handler.end, handler.target, handler.depth
        );
    }
    for child in &code.children {
        text.push_str(&listing(child));
    }
    text
}

/// `Add { dst: 0, left: 1, right: 32768 }` as `Add dst=x left=r1 right=2`.
fn readable(instruction: &str, code: &Draft) -> String {
    let mut words = instruction.split([' ', ',', '{', '}']).filter(|word| !word.is_empty());
    let mut text = words.next().unwrap_or_default().to_owned();
    let words: Vec<&str> = words.collect();
    for pair in words.chunks(2) {
        let [field, value] = pair else { continue };
        let field = field.trim_end_matches(':');
        let _ = write!(text, " {field}={}", field_value(field, value, code));
    }
    text
}

fn field_value(field: &str, value: &str, code: &Draft) -> String {
    let Ok(number) = value.parse::<usize>() else { return value.to_owned() };
    match field {
        "site" => code.sites.get(number).map_or_else(String::new, |site| site.to_string()),
        "target" | "end" | "count" | "flags" | "before" | "after" | "names" | "level" | "code" => {
            value.to_owned()
        }
        _ => match (number.checked_sub(usize::from(CONSTANTS)), code.locals.get(number)) {
            (Some(constant), _) => constant_text(code, constant),
            (None, Some(local)) => local.to_string(),
            (None, None) => format!("r{number}"),
        },
    }
}

fn constant_text(code: &Draft, index: usize) -> String {
    use crate::code::Constant;
    match code.constants.get(index) {
        Some(Constant::Int(number, _)) => number.to_string(),
        Some(Constant::Str(text)) => format!("{:?}", text),
        Some(Constant::Bool(truth)) => truth.to_string(),
        Some(Constant::None) => "None".to_owned(),
        Some(other) => format!("{other:?}").replace(' ', ""),
        None => "-".to_owned(),
    }
}
