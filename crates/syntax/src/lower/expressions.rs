//! Expressions, constants and f-strings.

use interleave_text::Span;
use ruff_python_ast as ruff;
use ruff_text_size::Ranged;

use super::{Lowering, name, span_of};
use crate::tree::{
    BinaryOperator, BoolOperator, CompareOperator, Comprehension, Constant, Conversion, DictItem, Expr,
    ExprKind, FStringPart, FStringValue, Keyword, Name, Number, UnaryOperator,
};

impl Lowering<'_> {
    pub(super) fn expressions(&self, list: &[ruff::Expr]) -> Vec<Expr> {
        list.iter().map(|expression| self.expression(expression)).collect()
    }

    pub(super) fn optional(&self, expression: Option<&ruff::Expr>) -> Option<Expr> {
        expression.map(|expression| self.expression(expression))
    }

    fn boxed(&self, expression: &ruff::Expr) -> Box<Expr> {
        Box::new(self.expression(expression))
    }

    fn optional_box(&self, expression: Option<&ruff::Expr>) -> Option<Box<Expr>> {
        expression.map(|expression| self.boxed(expression))
    }

    pub(super) fn expression(&self, expression: &ruff::Expr) -> Expr {
        Expr { span: span_of(expression), kind: self.expression_kind(expression) }
    }

    fn expression_kind(&self, expression: &ruff::Expr) -> ExprKind {
        match expression {
            ruff::Expr::BoolOp(it) => ExprKind::BoolOp {
                operator: match it.op {
                    ruff::BoolOp::And => BoolOperator::And,
                    ruff::BoolOp::Or => BoolOperator::Or,
                },
                values: self.expressions(&it.values),
            },
            ruff::Expr::Named(it) => {
                ExprKind::Named { target: self.bare_name(&it.target), value: self.boxed(&it.value) }
            }
            ruff::Expr::BinOp(it) => ExprKind::BinOp {
                left: self.boxed(&it.left),
                operator: binary_operator(it.op),
                operator_span: self.token_after(it.left.end()),
                right: self.boxed(&it.right),
            },
            ruff::Expr::UnaryOp(it) => {
                ExprKind::UnaryOp { operator: unary_operator(it.op), operand: self.boxed(&it.operand) }
            }
            ruff::Expr::Lambda(it) => ExprKind::Lambda {
                parameters: it
                    .parameters
                    .as_deref()
                    .map_or(Vec::new(), |parameters| self.parameters(parameters)),
                body: self.boxed(&it.body),
            },
            ruff::Expr::If(it) => ExprKind::IfExp {
                test: self.boxed(&it.test),
                body: self.boxed(&it.body),
                orelse: self.boxed(&it.orelse),
            },
            ruff::Expr::Dict(it) => ExprKind::Dict(self.dict_items(&it.items)),
            ruff::Expr::Set(it) => ExprKind::Set(self.expressions(&it.elts)),
            ruff::Expr::List(it) => ExprKind::List(self.expressions(&it.elts)),
            ruff::Expr::Tuple(it) => ExprKind::Tuple(self.expressions(&it.elts)),
            ruff::Expr::ListComp(it) => {
                ExprKind::ListComp { element: self.boxed(&it.elt), clauses: self.clauses(&it.generators) }
            }
            ruff::Expr::SetComp(it) => {
                ExprKind::SetComp { element: self.boxed(&it.elt), clauses: self.clauses(&it.generators) }
            }
            ruff::Expr::DictComp(it) => self.dict_comprehension(it),
            ruff::Expr::Generator(it) => {
                ExprKind::GeneratorExp { element: self.boxed(&it.elt), clauses: self.clauses(&it.generators) }
            }
            ruff::Expr::Await(it) => ExprKind::Await(self.boxed(&it.value)),
            ruff::Expr::Yield(it) => ExprKind::Yield(self.optional_box(it.value.as_deref())),
            ruff::Expr::YieldFrom(it) => ExprKind::YieldFrom(self.boxed(&it.value)),
            ruff::Expr::Compare(it) => self.comparison(it),
            ruff::Expr::Call(it) => self.call(it),
            ruff::Expr::FString(it) => ExprKind::JoinedStr(self.f_string(&it.value)),
            ruff::Expr::StringLiteral(it) => ExprKind::Constant(Constant::Str(it.value.to_str().into())),
            ruff::Expr::BytesLiteral(it) => ExprKind::Constant(Constant::Bytes(it.value.bytes().collect())),
            ruff::Expr::NumberLiteral(it) => ExprKind::Constant(Constant::Number(self.number(it))),
            ruff::Expr::BooleanLiteral(it) => {
                ExprKind::Constant(if it.value { Constant::True } else { Constant::False })
            }
            ruff::Expr::NoneLiteral(_) => ExprKind::Constant(Constant::None),
            ruff::Expr::EllipsisLiteral(_) => ExprKind::Constant(Constant::Ellipsis),
            ruff::Expr::Attribute(it) => {
                ExprKind::Attribute { value: self.boxed(&it.value), attribute: name(&it.attr) }
            }
            ruff::Expr::Subscript(it) => ExprKind::Subscript {
                value: self.boxed(&it.value),
                index: self.boxed(&it.slice),
                brackets: Span::new(self.token_after(it.value.end()).start, it.end().to_u32()),
            },
            ruff::Expr::Starred(it) => ExprKind::Starred(self.boxed(&it.value)),
            ruff::Expr::Name(it) => ExprKind::Name(it.id.as_str().into()),
            ruff::Expr::Slice(it) => ExprKind::Slice {
                lower: self.optional_box(it.lower.as_deref()),
                upper: self.optional_box(it.upper.as_deref()),
                step: self.optional_box(it.step.as_deref()),
            },
            ruff::Expr::TString(_) => unreachable!("3.14 brings these, and the parser is asked for 3.13"),
            ruff::Expr::IpyEscapeCommand(_) => unreachable!("these exist only in notebooks"),
        }
    }

    /// An expression that can only be a name.
    pub(super) fn bare_name(&self, expression: &ruff::Expr) -> Name {
        let ruff::Expr::Name(name) = expression else { unreachable!("the parser allows nothing else here") };
        Name { text: name.id.as_str().into(), span: span_of(name) }
    }

    fn dict_items(&self, items: &[ruff::DictItem]) -> Vec<DictItem> {
        let lower = |item: &ruff::DictItem| DictItem {
            key: self.optional(item.key.as_ref()),
            value: self.expression(&item.value),
        };
        items.iter().map(lower).collect()
    }

    fn dict_comprehension(&self, it: &ruff::ExprDictComp) -> ExprKind {
        let key = it.key.as_deref().expect("`{**x for …}` is an error in 3.13");
        ExprKind::DictComp {
            key: self.boxed(key),
            value: self.boxed(&it.value),
            clauses: self.clauses(&it.generators),
        }
    }

    fn clauses(&self, generators: &[ruff::Comprehension]) -> Vec<Comprehension> {
        let lower = |it: &ruff::Comprehension| Comprehension {
            span: span_of(it),
            is_async: it.is_async,
            target: self.expression(&it.target),
            iter: self.expression(&it.iter),
            ifs: self.expressions(&it.ifs),
        };
        generators.iter().map(lower).collect()
    }

    fn comparison(&self, it: &ruff::ExprCompare) -> ExprKind {
        let rest = it.ops.iter().zip(&it.comparators);
        ExprKind::Compare {
            left: self.boxed(&it.left),
            rest: rest.map(|(op, value)| (compare_operator(*op), self.expression(value))).collect(),
        }
    }

    fn call(&self, it: &ruff::ExprCall) -> ExprKind {
        let brackets = span_of(&it.arguments);
        let mut args = self.expressions(&it.arguments.args);
        // In CPython a generator that is the only argument owns the brackets of the call.
        if let [ruff::Expr::Generator(generator)] = &*it.arguments.args
            && !generator.parenthesized
        {
            args[0].span = brackets;
        }
        ExprKind::Call {
            function: self.boxed(&it.func),
            args,
            keywords: self.keywords(&it.arguments.keywords),
            brackets,
        }
    }

    pub(super) fn keywords(&self, keywords: &[ruff::Keyword]) -> Vec<Keyword> {
        let lower = |it: &ruff::Keyword| Keyword {
            span: span_of(it),
            name: it.arg.as_ref().map(name),
            value: self.expression(&it.value),
        };
        keywords.iter().map(lower).collect()
    }

    fn number(&self, it: &ruff::ExprNumberLiteral) -> Number {
        match it.value {
            ruff::Number::Float(value) => Number::Float(value),
            ruff::Number::Complex { imag, .. } => Number::Imaginary(imag),
            ruff::Number::Int(_) => integer(
                &span_of(it).of(self.source).unwrap_or_default().replace('_', "").to_ascii_lowercase(),
            ),
        }
    }

    fn f_string(&self, value: &ruff::FStringValue) -> Vec<FStringPart> {
        let mut parts = Vec::new();
        for part in value {
            match part {
                ruff::FStringPart::Literal(literal) => push_text(&mut parts, literal.as_str()),
                ruff::FStringPart::FString(string) => self.f_string_elements(&string.elements, &mut parts),
            }
        }
        parts
    }

    fn f_string_elements(&self, elements: &ruff::InterpolatedStringElements, parts: &mut Vec<FStringPart>) {
        for element in elements {
            match element {
                ruff::InterpolatedStringElement::Literal(literal) => push_text(parts, literal),
                ruff::InterpolatedStringElement::Interpolation(it) => {
                    if let Some(debug) = &it.debug_text {
                        push_text(parts, debug.as_str());
                    }
                    parts.push(FStringPart::Value(self.f_string_value(it)));
                }
            }
        }
    }

    fn f_string_value(&self, it: &ruff::InterpolatedElement) -> FStringValue {
        let spec = it.format_spec.as_ref().map(|spec| {
            let mut parts = Vec::new();
            self.f_string_elements(&spec.elements, &mut parts);
            parts
        });
        let conversion = match it.conversion {
            ruff::ConversionFlag::Str => Some(Conversion::Str),
            ruff::ConversionFlag::Repr => Some(Conversion::Repr),
            ruff::ConversionFlag::Ascii => Some(Conversion::Ascii),
            ruff::ConversionFlag::None if it.debug_text.is_some() && spec.is_none() => Some(Conversion::Repr),
            ruff::ConversionFlag::None => None,
        };
        FStringValue { span: span_of(it), value: self.expression(&it.expression), conversion, spec }
    }
}

/// Adds literal text, joined to literal text before it.
fn push_text(parts: &mut Vec<FStringPart>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(FStringPart::Text(before)) => *before = format!("{before}{text}").into(),
        Some(FStringPart::Value(_)) | None => parts.push(FStringPart::Text(text.into())),
    }
}

/// An integer without underscores, in lower case.
fn integer(text: &str) -> Number {
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (&text[2..], 16),
        Some("0o") => (&text[2..], 8),
        Some("0b") => (&text[2..], 2),
        Some(_) | None => (text, 10),
    };
    match i64::from_str_radix(digits, radix) {
        Ok(value) => Number::Int(value),
        Err(_) => Number::Big { digits: digits.into(), radix },
    }
}

pub(super) fn binary_operator(operator: ruff::Operator) -> BinaryOperator {
    match operator {
        ruff::Operator::Add => BinaryOperator::Add,
        ruff::Operator::Sub => BinaryOperator::Sub,
        ruff::Operator::Mult => BinaryOperator::Mult,
        ruff::Operator::MatMult => BinaryOperator::MatMult,
        ruff::Operator::Div => BinaryOperator::Div,
        ruff::Operator::Mod => BinaryOperator::Mod,
        ruff::Operator::Pow => BinaryOperator::Pow,
        ruff::Operator::LShift => BinaryOperator::LShift,
        ruff::Operator::RShift => BinaryOperator::RShift,
        ruff::Operator::BitOr => BinaryOperator::BitOr,
        ruff::Operator::BitXor => BinaryOperator::BitXor,
        ruff::Operator::BitAnd => BinaryOperator::BitAnd,
        ruff::Operator::FloorDiv => BinaryOperator::FloorDiv,
    }
}

fn unary_operator(operator: ruff::UnaryOp) -> UnaryOperator {
    match operator {
        ruff::UnaryOp::Invert => UnaryOperator::Invert,
        ruff::UnaryOp::Not => UnaryOperator::Not,
        ruff::UnaryOp::UAdd => UnaryOperator::UAdd,
        ruff::UnaryOp::USub => UnaryOperator::USub,
    }
}

fn compare_operator(operator: ruff::CmpOp) -> CompareOperator {
    match operator {
        ruff::CmpOp::Eq => CompareOperator::Eq,
        ruff::CmpOp::NotEq => CompareOperator::NotEq,
        ruff::CmpOp::Lt => CompareOperator::Lt,
        ruff::CmpOp::LtE => CompareOperator::LtE,
        ruff::CmpOp::Gt => CompareOperator::Gt,
        ruff::CmpOp::GtE => CompareOperator::GtE,
        ruff::CmpOp::Is => CompareOperator::Is,
        ruff::CmpOp::IsNot => CompareOperator::IsNot,
        ruff::CmpOp::In => CompareOperator::In,
        ruff::CmpOp::NotIn => CompareOperator::NotIn,
    }
}
