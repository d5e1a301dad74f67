//! The builtin classes and the names that the machine itself looks up, made once
//! a thread. What the classes can do is added by `builtins`; a program cannot change them.

use std::rc::Rc;

use crate::object::class::{Builtin, Layout, Parts, linearize};
use crate::object::function::NativeFunction;
use crate::object::{Class, Dict};
use crate::value::{Str, Value, intern};

macro_rules! names {
    ($($field:ident $text:literal),* $(,)?) => {
        /// Names that the machine looks up, shared as names are.
        pub(crate) struct Names { $(pub(crate) $field: Str),* }

        impl Names {
            fn new() -> Self {
                Self { $($field: intern($text)),* }
            }
        }
    };
}

names! {
    abs "__abs__", aenter "__aenter__", aexit "__aexit__", aiter "__aiter__", anext "__anext__",
    annotations "__annotations__", await_ "__await__", bool "__bool__", bytes "__bytes__", call "__call__",
    class "__class__", class_cell "__classcell__", class_getitem "__class_getitem__", complex "__complex__",
    contains "__contains__", del "__del__", delattr "__delattr__", delete "__delete__",
    delitem "__delitem__", dict "__dict__", dir "__dir__", doc "__doc__", enter "__enter__", eq "__eq__",
    exit "__exit__", file "__file__", float "__float__", format "__format__", ge "__ge__", get "__get__",
    getattr "__getattr__", getattribute "__getattribute__", getitem "__getitem__", gt "__gt__",
    hash "__hash__", index "__index__", init "__init__", init_subclass "__init_subclass__", int "__int__",
    invert "__invert__", iter "__iter__", le "__le__", len "__len__", lt "__lt__", main "__main__",
    missing "__missing__", module "__module__", name "__name__", ne "__ne__", neg "__neg__", new "__new__",
    next "__next__", notes "__notes__", pos "__pos__", pow "__pow__", prepare "__prepare__",
    qualname "__qualname__", repr "__repr__", reversed "__reversed__", round "__round__", set "__set__",
    set_name "__set_name__", setattr "__setattr__", setitem "__setitem__", slots "__slots__", str "__str__",
    trunc "__trunc__", abstract_methods "__abstractmethods__", is_abstract "__isabstractmethod__",
    library "library", self_ "self", value "value", code "code", obj "obj", name_ "name", send "send",
    throw "throw", underscore "_", print_file_and_line "print_file_and_line", errno "errno",
    strerror "strerror", filename "filename", msg "msg", lineno "lineno", offset "offset", text "text",
    end_lineno "end_lineno", end_offset "end_offset", path "path", name_from "name_from", keys "keys",
    acquire "acquire", release "release", locked "locked", wait "wait", notify "notify",
    put_nowait "put_nowait", get_nowait "get_nowait",
}

macro_rules! types {
    ($($field:ident $name:literal : $base:ident, $layout:expr);* $(;)?) => {
        /// The builtin classes, and what else exists once.
        pub(crate) struct Types {
            $(pub(crate) $field: Rc<Class>,)*
            /// `object.__hash__`: by address.
            pub(crate) object_hash: Rc<NativeFunction>,
            /// `object.__new__`
            pub(crate) object_new: Rc<NativeFunction>,
            /// `object.__init__`
            pub(crate) object_init: Rc<NativeFunction>,
        }

        impl Types {
            fn new() -> Self {
                $(types!(@make $field $name $base $layout);)*
                let [object_hash, object_new, object_init] = crate::builtins::object::basics();
                Self { $($field,)* object_hash, object_new, object_init }
            }

            fn all(&self) -> Vec<&Rc<Class>> {
                vec![$(&self.$field),*]
            }
        }
    };
    (@make $field:ident $name:literal none $layout:expr) => { let $field = make($name, None, $layout); };
    (@make $field:ident $name:literal $base:ident $layout:expr) => { let $field = make($name, Some(&$base), $layout); };
}

fn make(name: &str, base: Option<&Rc<Class>>, layout: Layout) -> Rc<Class> {
    let bases: Vec<_> = base.into_iter().cloned().collect();
    let (module, short) = name.rsplit_once('.').unwrap_or(("builtins", name));
    let namespace = Rc::new(Dict::default());
    namespace.set_name("__module__", Value::name(module));
    Class::new(Parts {
        name: intern(short),
        qualname: intern(short),
        ancestors: linearize(&bases).unwrap_or_default(),
        bases,
        namespace,
        metaclass: None,
        layout,
        has_dict: matches!(layout, Layout::Exception),
        slots: Vec::new(),
        is_builtin: true,
    })
}

use Builtin::*;
use Layout::{Builtin as B, Exception as E, Native, Object};

types! {
    object "object": none, Object;
    class "type": object, B(Class);
    int "int": object, B(Int);
    bool "bool": int, B(Final);
    float "float": object, B(Float);
    complex "complex": object, B(Complex);
    str "str": object, B(Str);
    bytes "bytes": object, B(Bytes);
    bytearray "bytearray": object, B(ByteArray);
    tuple "tuple": object, B(Tuple);
    list "list": object, B(List);
    dict "dict": object, B(Dict);
    set "set": object, B(Set);
    frozenset "frozenset": object, B(FrozenSet);
    range "range": object, B(Final);
    slice "slice": object, B(Final);
    none "NoneType": object, B(Final);
    not_implemented "NotImplementedType": object, B(Final);
    ellipsis "ellipsis": object, B(Final);
    cell "cell": object, B(Final);
    function "function": object, B(Final);
    native "builtin_function_or_method": object, B(Final);
    method "method": object, B(Final);
    method_descriptor "method_descriptor": object, B(Final);
    generator "generator": object, B(Final);
    coroutine "coroutine": object, B(Final);
    coroutine_wrapper "coroutine_wrapper": object, Native;
    async_generator "async_generator": object, B(Final);
    async_generator_asend "async_generator_asend": object, Native;
    async_generator_athrow "async_generator_athrow": object, Native;
    module "module": object, Native;
    traceback "traceback": object, B(Final);
    frame "frame": object, Native;
    code "code": object, Native;
    property "property": object, Native;
    staticmethod "staticmethod": object, Native;
    classmethod "classmethod": object, Native;
    super_ "super": object, Native;
    member "member_descriptor": object, Native;
    getset "getset_descriptor": object, Native;
    mappingproxy "mappingproxy": object, Native;
    dict_keys "dict_keys": object, Native;
    dict_values "dict_values": object, Native;
    dict_items "dict_items": object, Native;
    memoryview "memoryview": object, Native;
    enumerate "enumerate": object, Native;
    zip "zip": object, Native;
    map "map": object, Native;
    filter "filter": object, Native;
    reversed "reversed": object, Native;
    iterator "iterator": object, B(Final);
    callable_iterator "callable_iterator": object, Native;
    deque "collections.deque": object, Native;
    tuple_field "collections._tuplegetter": object, Native;
    running_sum "_interleave.running_sum": object, Native;
    list_iterator "list_iterator": object, B(Final);
    list_reverseiterator "list_reverseiterator": object, B(Final);
    tuple_iterator "tuple_iterator": object, B(Final);
    range_iterator "range_iterator": object, B(Final);
    str_iterator "str_iterator": object, B(Final);
    str_ascii_iterator "str_ascii_iterator": object, B(Final);
    bytes_iterator "bytes_iterator": object, B(Final);
    bytearray_iterator "bytearray_iterator": object, B(Final);
    set_iterator "set_iterator": object, B(Final);
    dict_keyiterator "dict_keyiterator": object, B(Final);
    dict_valueiterator "dict_valueiterator": object, B(Final);
    dict_itemiterator "dict_itemiterator": object, B(Final);
    dict_reversekeyiterator "dict_reversekeyiterator": object, B(Final);
    dict_reversevalueiterator "dict_reversevalueiterator": object, B(Final);
    dict_reverseitemiterator "dict_reverseitemiterator": object, B(Final);
    generic_alias "types.GenericAlias": object, Native;
    union "types.UnionType": object, Native;
    simple_namespace "types.SimpleNamespace": object, Object;
    weak_reference "weakref.ReferenceType": object, Native;
    context "_contextvars.Context": object, Native;
    context_variable "_contextvars.ContextVar": object, B(Final);
    context_token "_contextvars.Token": object, B(Final);
    missing "Token.MISSING": object, B(Final);
    pattern "re.Pattern": object, Native;
    match_ "re.Match": object, B(Final);
    mersenne "_random.Random": object, Native;
    text_stream "_io.TextIOWrapper": object, Native;
    byte_stream "_io.BufferedWriter": object, Native;
    struct_time "time.struct_time": tuple, B(Tuple);
    version_info "sys.version_info": tuple, B(Tuple);
    flags "sys.flags": tuple, B(Tuple);
    float_info "sys.float_info": tuple, B(Tuple);
    int_info "sys.int_info": tuple, B(Tuple);
    hash_info "sys.hash_info": tuple, B(Tuple);

    base_exception "BaseException": object, E;
    exception "Exception": base_exception, E;
    base_exception_group "BaseExceptionGroup": base_exception, E;
    generator_exit "GeneratorExit": base_exception, E;
    keyboard_interrupt "KeyboardInterrupt": base_exception, E;
    system_exit "SystemExit": base_exception, E;
    cancelled_error "asyncio.exceptions.CancelledError": base_exception, E;
    arithmetic_error "ArithmeticError": exception, E;
    floating_point_error "FloatingPointError": arithmetic_error, E;
    overflow_error "OverflowError": arithmetic_error, E;
    zero_division_error "ZeroDivisionError": arithmetic_error, E;
    assertion_error "AssertionError": exception, E;
    attribute_error "AttributeError": exception, E;
    buffer_error "BufferError": exception, E;
    eof_error "EOFError": exception, E;
    import_error "ImportError": exception, E;
    module_not_found_error "ModuleNotFoundError": import_error, E;
    lookup_error "LookupError": exception, E;
    index_error "IndexError": lookup_error, E;
    key_error "KeyError": lookup_error, E;
    memory_error "MemoryError": exception, E;
    name_error "NameError": exception, E;
    unbound_local_error "UnboundLocalError": name_error, E;
    os_error "OSError": exception, E;
    blocking_io_error "BlockingIOError": os_error, E;
    child_process_error "ChildProcessError": os_error, E;
    connection_error "ConnectionError": os_error, E;
    broken_pipe_error "BrokenPipeError": connection_error, E;
    connection_aborted_error "ConnectionAbortedError": connection_error, E;
    connection_refused_error "ConnectionRefusedError": connection_error, E;
    connection_reset_error "ConnectionResetError": connection_error, E;
    file_exists_error "FileExistsError": os_error, E;
    file_not_found_error "FileNotFoundError": os_error, E;
    interrupted_error "InterruptedError": os_error, E;
    is_a_directory_error "IsADirectoryError": os_error, E;
    not_a_directory_error "NotADirectoryError": os_error, E;
    permission_error "PermissionError": os_error, E;
    process_lookup_error "ProcessLookupError": os_error, E;
    timeout_error "TimeoutError": os_error, E;
    reference_error "ReferenceError": exception, E;
    runtime_error "RuntimeError": exception, E;
    not_implemented_error "NotImplementedError": runtime_error, E;
    recursion_error "RecursionError": runtime_error, E;
    python_finalization_error "PythonFinalizationError": runtime_error, E;
    stop_async_iteration "StopAsyncIteration": exception, E;
    stop_iteration "StopIteration": exception, E;
    syntax_error "SyntaxError": exception, E;
    indentation_error "IndentationError": syntax_error, E;
    tab_error "TabError": indentation_error, E;
    system_error "SystemError": exception, E;
    type_error "TypeError": exception, E;
    value_error "ValueError": exception, E;
    unicode_error "UnicodeError": value_error, E;
    unicode_decode_error "UnicodeDecodeError": unicode_error, E;
    unicode_encode_error "UnicodeEncodeError": unicode_error, E;
    unicode_translate_error "UnicodeTranslateError": unicode_error, E;
    warning "Warning": exception, E;
    bytes_warning "BytesWarning": warning, E;
    deprecation_warning "DeprecationWarning": warning, E;
    encoding_warning "EncodingWarning": warning, E;
    future_warning "FutureWarning": warning, E;
    import_warning "ImportWarning": warning, E;
    pending_deprecation_warning "PendingDeprecationWarning": warning, E;
    resource_warning "ResourceWarning": warning, E;
    runtime_warning "RuntimeWarning": warning, E;
    syntax_warning "SyntaxWarning": warning, E;
    unicode_warning "UnicodeWarning": warning, E;
    user_warning "UserWarning": warning, E;
    invalid_state_error "asyncio.exceptions.InvalidStateError": exception, E;
    queue_empty "asyncio.queues.QueueEmpty": exception, E;
    queue_full "asyncio.queues.QueueFull": exception, E;
    queue_shut_down "asyncio.queues.QueueShutDown": exception, E;
    broken_barrier_error "asyncio.exceptions.BrokenBarrierError": runtime_error, E;
    concurrent_error "concurrent.futures._base.Error": exception, E;
    job_cancelled_error "concurrent.futures._base.CancelledError": concurrent_error, E;
}

thread_local! {
    static NAMES: &'static Names = Box::leak(Box::new(Names::new()));
    static TYPES: &'static Types = Box::leak(Box::new(Types::new()));
    static GROUP: &'static Rc<Class> = Box::leak(Box::new(exception_group()));
    static FILLED: () = {
        crate::builtins::fill(types());
        crate::modules::fill_classes(types());
    };
}

/// The names that the machine looks up.
pub(crate) fn names() -> &'static Names {
    NAMES.with(|names| *names)
}

/// The builtin classes.
pub(crate) fn types() -> &'static Types {
    TYPES.with(|types| *types)
}

/// `ExceptionGroup`, which has two bases.
pub(crate) fn exception_group_class() -> &'static Rc<Class> {
    GROUP.with(|class| *class)
}

/// Gives the builtin classes their methods, the first time that a thread runs a program.
pub(crate) fn prepare() {
    FILLED.with(|()| ());
}

fn exception_group() -> Rc<Class> {
    let bases = vec![types().base_exception_group.clone(), types().exception.clone()];
    let namespace = Rc::new(Dict::default());
    namespace.set_name("__module__", Value::name("builtins"));
    Class::new(Parts {
        name: intern("ExceptionGroup"),
        qualname: intern("ExceptionGroup"),
        ancestors: linearize(&bases).unwrap_or_default(),
        bases,
        namespace,
        metaclass: None,
        layout: Layout::Exception,
        has_dict: true,
        slots: Vec::new(),
        is_builtin: true,
    })
}

/// Builtin classes that a program cannot name without an import.
const UNNAMED: [&str; 25] = [
    "NoneType",
    "NotImplementedType",
    "ellipsis",
    "cell",
    "function",
    "builtin_function_or_method",
    "method",
    "method_descriptor",
    "generator",
    "coroutine",
    "coroutine_wrapper",
    "async_generator",
    "async_generator_asend",
    "async_generator_athrow",
    "module",
    "traceback",
    "frame",
    "code",
    "member_descriptor",
    "getset_descriptor",
    "mappingproxy",
    "dict_keys",
    "dict_values",
    "dict_items",
    "iterator",
];

impl Types {
    /// Every builtin class that a program can name without an import.
    pub(crate) fn public(&self) -> Vec<Rc<Class>> {
        let is_public = |class: &Class| {
            let name = class.name();
            let in_builtins = matches!(class.namespace.get_name("__module__"), Some(Value::Str(module)) if module == "builtins");
            // What `type` holds under `__module__` is how classes tell theirs.
            (in_builtins || class.is(&self.class))
                && !UNNAMED.contains(&name.as_str())
                && !name.ends_with("iterator")
        };
        let mut classes: Vec<_> = self.all().into_iter().filter(|class| is_public(class)).cloned().collect();
        classes.push(exception_group_class().clone());
        classes
    }

    /// The class of a builtin iterator, by its name.
    pub(crate) fn iterator_named(&'static self, name: &str) -> &'static Rc<Class> {
        match name {
            "list_iterator" => &self.list_iterator,
            "list_reverseiterator" => &self.list_reverseiterator,
            "tuple_iterator" => &self.tuple_iterator,
            "reversed" => &self.reversed,
            "range_iterator" => &self.range_iterator,
            "str_ascii_iterator" => &self.str_ascii_iterator,
            "str_iterator" => &self.str_iterator,
            "bytearray_iterator" => &self.bytearray_iterator,
            "bytes_iterator" => &self.bytes_iterator,
            "dict_keyiterator" => &self.dict_keyiterator,
            "dict_valueiterator" => &self.dict_valueiterator,
            "dict_itemiterator" => &self.dict_itemiterator,
            "dict_reversekeyiterator" => &self.dict_reversekeyiterator,
            "dict_reversevalueiterator" => &self.dict_reversevalueiterator,
            "dict_reverseitemiterator" => &self.dict_reverseitemiterator,
            "set_iterator" => &self.set_iterator,
            "enumerate" => &self.enumerate,
            "zip" => &self.zip,
            _ => &self.iterator,
        }
    }
}
