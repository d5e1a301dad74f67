//! Code as a list for people.

use std::fmt::Write;

use crate::code::{CONSTANTS, Code};

/// The instructions, handlers and inner codes.
pub(super) fn listing(code: &Code) -> String {
    let mut text = String::new();
    let locals: Vec<&str> = code.locals.iter().map(|name| name.as_str()).collect();
    let _ = writeln!(text, "{} {:?} ({})", code.qualname.as_str(), code.kind, locals.join(" "));
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
fn readable(instruction: &str, code: &Code) -> String {
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

fn field_value(field: &str, value: &str, code: &Code) -> String {
    let Ok(number) = value.parse::<usize>() else { return value.to_owned() };
    match field {
        "site" => code.sites.get(number).map_or_else(String::new, |site| site.name.as_str().to_owned()),
        "target" | "end" | "count" | "flags" | "before" | "after" | "names" | "level" | "code" => {
            value.to_owned()
        }
        _ => match (number.checked_sub(usize::from(CONSTANTS)), code.locals.get(number)) {
            (Some(constant), _) => constant_text(code, constant),
            (None, Some(local)) => local.as_str().to_owned(),
            (None, None) => format!("r{number}"),
        },
    }
}

fn constant_text(code: &Code, index: usize) -> String {
    use crate::value::Value;
    match code.constants.get(index) {
        Some(Value::Int(number, _)) => number.to_string(),
        Some(Value::Str(text)) => format!("{:?}", text.as_str()),
        Some(Value::Bool(truth)) => truth.to_string(),
        Some(Value::None) => "None".to_owned(),
        Some(_) => format!("k{index}"),
        None => "-".to_owned(),
    }
}
