//! What instructions say besides registers: operators, and the places and methods that they are about.

/// Enumerations that instructions have in them.
macro_rules! choices {
    ($($(#[$about:meta])* pub enum $choice:ident { $($(#[$about_one:meta])* $one:ident,)* })*) => {
        $(
            $(#[$about])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            #[repr(u8)]
            pub enum $choice { $($(#[$about_one])* $one,)* }

            impl $choice {
                pub(super) fn read(number: u32) -> Option<Self> {
                    [$(Self::$one),*].get(number as usize).copied()
                }
            }
        )*
    };
}

choices! {
    /// Operators of two operands.
    pub enum BinaryOperator {
        Add,
        Subtract,
        Multiply,
        MatrixMultiply,
        Divide,
        FloorDivide,
        Modulo,
        Power,
        LeftShift,
        RightShift,
        And,
        Or,
        Xor,
    }

    /// Operators of one operand.
    pub enum UnaryOperator {
        Minus,
        Plus,
        Invert,
    }

    /// Operators that compare.
    pub enum Comparison {
        Equal,
        NotEqual,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        Is,
        IsNot,
        In,
        NotIn,
    }

    /// `!s`, `!r`, `!a` of an f-string.
    pub enum Conversion {
        None,
        Str,
        Repr,
        Ascii,
    }

    /// Methods that statements look up on the type.
    pub enum Special {
        Enter,
        Exit,
        AsyncEnter,
        AsyncExit,
    }

    /// Where an awaitable comes from; for the words of an error.
    pub enum AwaitPlace {
        Expression,
        AsyncEnter,
        AsyncExit,
        AsyncNext,
    }
}

impl BinaryOperator {
    /// As it is written.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::MatrixMultiply => "@",
            Self::Divide => "/",
            Self::FloorDivide => "//",
            Self::Modulo => "%",
            Self::Power => "**",
            Self::LeftShift => "<<",
            Self::RightShift => ">>",
            Self::And => "&",
            Self::Or => "|",
            Self::Xor => "^",
        }
    }
}

impl Comparison {
    /// As it is written.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
            Self::Is => "is",
            Self::IsNot => "is not",
            Self::In => "in",
            Self::NotIn => "not in",
        }
    }
}
