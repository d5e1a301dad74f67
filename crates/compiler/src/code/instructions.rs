//! The instructions. One list says what there is, what each consists of, and how it lies in a volume.

use super::operators::{AwaitPlace, BinaryOperator, Comparison, Conversion, Special, UnaryOperator};
use super::{Label, Operand, Register, SiteIndex};
use crate::volume::{Pool, Reader, Writer};

/// Writes one field of an instruction, or reads it, by the name of its type.
macro_rules! field {
    (write $writer:ident, SiteIndex, $value:expr) => {
        $writer.site($value)
    };
    (write $writer:ident, Label, $value:expr) => {
        $writer.label($value)
    };
    (write $writer:ident, u32, $value:expr) => {
        $writer.number($value)
    };
    (write $writer:ident, Register, $value:expr) => {
        $writer.operand($value)
    };
    (write $writer:ident, Operand, $value:expr) => {
        $writer.operand($value)
    };
    (write $writer:ident, u16, $value:expr) => {
        $writer.number(u32::from($value))
    };
    (write $writer:ident, $choice:ident, $value:expr) => {
        $writer.number($value as u32)
    };
    (read $reader:ident, SiteIndex) => {
        $reader.site()?
    };
    (read $reader:ident, Label) => {
        $reader.label()?
    };
    (read $reader:ident, u32) => {
        $reader.number()?
    };
    (read $reader:ident, Register) => {
        $reader.operand()?
    };
    (read $reader:ident, Operand) => {
        $reader.operand()?
    };
    (read $reader:ident, u16) => {
        $reader.short()?
    };
    (read $reader:ident, $choice:ident) => {
        $choice::read($reader.number()?)?
    };
}

macro_rules! instructions {
    ($($(#[$about:meta])* $name:ident $({ $($field:ident: $type:ident),* })?,)*) => {
        /// One instruction, of at most twelve bytes. `base` is the first of several registers in a row.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Instruction { $($(#[$about])* $name $({ $($field: $type),* })?,)* }

        /// Which instruction it is.
        #[derive(Clone, Copy)]
        #[repr(u32)]
        enum Operation { $($name,)* }

        impl Instruction {
            pub(crate) fn write(self, writer: &mut Writer<'_>) {
                match self {
                    $(Self::$name $({ $($field),* })? => {
                        writer.number(Operation::$name as u32);
                        $($(field!(write writer, $type, $field);)*)?
                    })*
                }
            }

            pub(crate) fn read<P: Pool>(reader: &mut Reader<'_, '_, P>) -> Option<Self> {
                let operation = reader.number()?;
                $(if operation == Operation::$name as u32 {
                    return Some(Self::$name $({ $($field: field!(read reader, $type)),* })?);
                })*
                None
            }
        }
    };
}

instructions! {
    // --- values and variables ---
    /// Also the check that a local is bound.
    Move { dst: Register, src: Operand },
    /// Copies a temporary, which stays. What holds nothing is copied, too.
    Copy { dst: Register, src: Register },
    /// For constants beyond the reach of an operand.
    Constant { dst: Register, index: u32 },
    /// `del local`, an error if it is not bound.
    DeleteLocal { local: Register },
    /// Lets go of a temporary, or unbinds a local without a check.
    Clear { register: Register },
    /// An expression statement's value is let go.
    Discard { register: Operand },
    LoadGlobal { dst: Register, site: SiteIndex },
    StoreGlobal { src: Operand, site: SiteIndex },
    DeleteGlobal { site: SiteIndex },
    /// In a class body: its namespace, then globals, then builtins.
    LoadName { dst: Register, site: SiteIndex },
    StoreName { src: Operand, site: SiteIndex },
    DeleteName { site: SiteIndex },
    /// In a class body: its namespace, then the cell.
    LoadNameOrCell { dst: Register, cell: Register, site: SiteIndex },
    /// A fresh cell, holding what the register holds (a parameter), or nothing.
    MakeCell { register: Register },
    LoadCell { dst: Register, cell: Register },
    StoreCell { src: Operand, cell: Register },
    DeleteCell { cell: Register },
    // --- operators ---
    Add { dst: Register, left: Operand, right: Operand },
    Subtract { dst: Register, left: Operand, right: Operand },
    Multiply { dst: Register, left: Operand, right: Operand },
    Binary { operator: BinaryOperator, dst: Register, left: Operand, right: Operand },
    /// `left op= right`. If `dst` and `left` are the same local, the local gives its value away first.
    InPlace { operator: BinaryOperator, dst: Register, left: Operand, right: Operand },
    Unary { operator: UnaryOperator, dst: Register, src: Operand },
    Not { dst: Register, src: Operand },
    Compare { operator: Comparison, dst: Register, left: Operand, right: Operand },
    // --- marks, which do not count as instructions: they are there only if lines are recorded ---
    /// A statement begins, whose place is this instruction's.
    Line,
    /// A jump back from where marks were copied to.
    EndDetour { target: Label },
    // --- jumps ---
    Jump { target: Label },
    JumpIfTrue { condition: Operand, target: Label },
    JumpIfFalse { condition: Operand, target: Label },
    /// Jumps if the comparison is false.
    JumpUnless { operator: Comparison, left: Operand, right: Operand, target: Label },
    /// `or`: jumps and keeps the temporary if it is true, else clears it.
    JumpIfTrueKeep { register: Register, target: Label },
    /// `and`: jumps and keeps the temporary if it is false, else clears it.
    JumpIfFalseKeep { register: Register, target: Label },
    /// Does not read the register: jumps if it holds `None`.
    JumpIfNone { register: Register, target: Label },
    // --- attributes and items ---
    LoadAttribute { dst: Register, object: Operand, site: SiteIndex },
    StoreAttribute { object: Operand, src: Operand, site: SiteIndex },
    DeleteAttribute { object: Operand, site: SiteIndex },
    /// For `CallMethod`: `base` becomes the function and `base + 1` its `self`, or `base` what the
    /// attribute is and `base + 1` nothing. Arguments follow from `base + 2`.
    LoadMethod { base: Register, object: Operand, site: SiteIndex },
    /// `super()` without arguments: `callee` is what the name `super` means here.
    Super { dst: Register, callee: Operand, class_cell: Register, first: Register },
    LoadItem { dst: Register, object: Operand, index: Operand },
    StoreItem { object: Operand, index: Operand, src: Operand },
    DeleteItem { object: Operand, index: Operand },
    /// From three registers, `None` where nothing is said.
    MakeSlice { dst: Register, base: Register },
    // --- displays ---
    MakeTuple { dst: Register, base: Register, count: u16 },
    MakeList { dst: Register, base: Register, count: u16 },
    MakeSet { dst: Register, base: Register, count: u16 },
    /// `count` pairs of key and value.
    MakeDict { dst: Register, base: Register, count: u16 },
    /// The collection stays where it is; so with the next five.
    ListAppend { list: Register, src: Operand },
    /// From any iterable: `[*src]`, call arguments.
    ListExtend { list: Register, src: Operand },
    SetAdd { set: Register, src: Operand },
    SetUpdate { set: Register, src: Operand },
    DictInsert { dict: Register, key: Operand, value: Operand },
    /// `{**src}`
    DictUpdate { dict: Register, src: Operand },
    /// `f(**src)`: a key that is there already is an error that names the function in `callee`, which stays.
    DictMerge { dict: Register, src: Operand, callee: Register },
    ListToTuple { dst: Register, src: Operand },
    /// One replacement field: to text, by conversion and `spec` (or `NOTHING`).
    Format { conversion: Conversion, dst: Register, src: Operand, spec: Operand },
    /// Joins texts.
    BuildString { dst: Register, base: Register, count: u16 },
    /// Exactly `count` items to registers from `base` on.
    Unpack { src: Operand, base: Register, count: u16 },
    /// `before` items, then a list of the rest, then `after` items.
    UnpackRest { src: Operand, base: Register, before: u16, after: u16 },
    // --- iteration ---
    Iterate { dst: Register, src: Operand },
    /// The iterator stays; when it has no more it is cleared, and the loop ends at `end`.
    Next { dst: Register, iterator: Register, end: Label },
    AsyncIterate { dst: Register, src: Operand },
    /// What `__anext__` of the iterator, which stays, gives, ready to be awaited.
    AsyncNext { dst: Register, iterator: Register },
    /// In a handler, whose exception is in `exception`: if it is a `StopAsyncIteration` it is dropped and
    /// the loop goes on at `end`, else it is raised again.
    EndAsyncFor { exception: Register, end: Label },
    // --- calls ---
    /// The function is in `base`, arguments follow, the last of them being named if `names` is not 0.
    Call { dst: Register, base: Register, count: u16, names: u16 },
    /// After `LoadMethod`; arguments from `base + 2`.
    CallMethod { dst: Register, base: Register, count: u16, names: u16 },
    /// The function in `base`, a tuple or list of arguments in `base + 1`, a dict or nothing in `base + 2`.
    CallSpread { dst: Register, base: Register },
    /// `flags`: 1: a tuple of defaults, 2: a dict of keyword defaults, 4: a dict of annotations;
    /// those that are there are in registers from `base` on, in this order.
    MakeFunction { dst: Register, code: u16, base: Register, flags: u16 },
    BuildClass { dst: Register },
    Return { src: Operand },
    /// In a generator: `dst` is what is sent. In an asynchronous one: the item is wrapped.
    Yield { dst: Register, src: Operand },
    /// What can be awaited, for `Delegate`.
    Awaitable { place: AwaitPlace, dst: Register, src: Operand },
    /// The iterator of a `yield from`.
    DelegateIterator { dst: Register, src: Operand },
    /// `await` and `yield from`: runs the iterator, which stays, to its end; `dst` is its result.
    Delegate { dst: Register, iterator: Register },
    // --- exceptions ---
    /// `raise`: the exception being handled, again.
    RaiseAgain,
    Raise { exception: Operand },
    RaiseFrom { exception: Operand, cause: Operand },
    /// The first instruction of a handler: the exception in `exception` is being handled from now on;
    /// `exception + 1` remembers what was handled before.
    BeginHandler { exception: Register },
    /// The exception has been handled; both registers are cleared.
    EndHandler { exception: Register },
    /// The exception in the register leaves the handler: no new line in its traceback. Both registers
    /// of the handler are cleared.
    Reraise { exception: Register },
    /// The same for one that only passes by: the frame ends where the exception came to it.
    LetPass { exception: Register },
    /// Whether the exception, which stays, is of one of the classes.
    ExceptionMatches { dst: Register, exception: Register, classes: Operand },
    /// `except*`: `base` holds what is left of the exception and becomes what is left after this clause,
    /// or `None`; `base + 1` becomes the part that matches, or `None`. `classes` is read.
    StarMatches { base: Register, classes: Operand },
    /// The end of `except*`: of a list of exceptions raised and left over in `list`, and the original one in
    /// `exception` (which stays), what is to be raised, or `None`.
    StarRest { dst: Register, exception: Register, list: Operand },
    /// `with`: `base` becomes the method and `base + 1` the object, for `CallMethod`.
    /// The object is copied from `object`, which stays.
    LoadSpecial { special: Special, base: Register, object: Register },
    /// The three arguments of `__exit__`, from the exception, which stays.
    ExceptionParts { base: Register, exception: Register },
    AssertionError { dst: Register },
    // --- imports ---
    /// The module, or its first part where there is no list of names. `names`: 0, or a list of the names
    /// that follow by `ImportFrom`.
    Import { dst: Register, site: SiteIndex, level: u16, names: u16 },
    /// The module stays.
    ImportFrom { dst: Register, module: Register, site: SiteIndex },
    ImportAll { module: Operand },
    // --- patterns; the subject stays in each ---
    IsSequence { dst: Register, subject: Register },
    IsMapping { dst: Register, subject: Register },
    Length { dst: Register, subject: Register },
    /// `keys` is a tuple, which stays; `dst` becomes a tuple of values, or `None`.
    MatchKeys { dst: Register, subject: Register, keys: Register },
    /// `base` holds the class and is cleared; `dst` becomes a tuple of attributes, or `None`. `count` positional
    /// patterns, then those of the list `names`.
    MatchClass { dst: Register, subject: Register, base: Register, count: u16, names: u16 },
}
