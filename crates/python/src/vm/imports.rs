//! Imports, and the names of class bodies.

use std::rc::Rc;

use super::frame::Frame;
use super::native::{Answer, Context, Outcome, nothing};
use super::raise::name_error;
use super::{Halt, Vm};
use crate::code::{Code, SiteIndex};
use crate::object::{Dict, Exception, Function, Module};
use crate::types::{names, types};
use crate::value::{Str, Value, intern};

/// What a module is made from.
pub(crate) enum Found {
    /// One that is written in Rust, complete.
    Native(Rc<Module>),
    /// One whose text has to run.
    Library(Rc<Code>),
}

impl Context<'_> {
    /// In a class body: its own names, then globals, then builtins.
    pub(crate) fn load_name(&mut self, frame: &Frame, code: &Code, site: SiteIndex) -> Answer {
        let name = &code.body().sites[usize::from(site)].name;
        let own = frame.names().and_then(|namespace| namespace.get_str(name));
        let found =
            own.or_else(|| frame.function.globals.get_str(name)).or_else(|| self.vm.builtins.get_str(name));
        found.map(Outcome::Value).ok_or_else(|| name_error(name))
    }

    pub(crate) fn store_name(&mut self, frame: &Frame, code: &Code, site: SiteIndex, value: Value) -> Answer {
        let name = &code.body().sites[usize::from(site)].name;
        match &frame.namespace {
            Some(namespace @ Value::Instance(_)) => {
                return self.set_item(namespace.clone(), Value::Str(name.clone()), value);
            }
            Some(Value::Dict(dict)) => drop(dict.set_str(name, value)),
            _ => drop(frame.function.globals.set_str(name, value)),
        }
        nothing()
    }

    pub(crate) fn delete_name(&mut self, frame: &Frame, code: &Code, site: SiteIndex) -> Answer {
        let name = &code.body().sites[usize::from(site)].name;
        let namespace = frame.names().unwrap_or_else(|| frame.function.globals.clone());
        match namespace.remove_str(name) {
            Some(_) => nothing(),
            None => Err(name_error(name)),
        }
    }

    /// `import name`; with `from_list`, the module itself and not its first package.
    pub(crate) fn import(&mut self, frame: &Frame, name: &Str, level: u16, from_list: bool) -> Answer {
        let full = if level == 0 { name.clone() } else { relative(frame, name, level)? };
        let first = intern(full.split('.').next().unwrap_or_default());
        // What the program has put `None` there for is not to be imported.
        if let Some(module) = self.vm.modules.get_str(&full).filter(|module| !module.is_none()) {
            if from_list || first.as_str() == full.as_str() {
                return Ok(Outcome::Value(module));
            }
            if let Some(package) = self.vm.modules.get_str(&first) {
                return Ok(Outcome::Value(package));
            }
        }
        if crate::modules::is_native(&full) {
            return self.load_module(&full);
        }
        self.prelude("import_module", vec![Value::Str(full), Value::Bool(from_list)])
    }

    /// Brings one module in, whose package is in already: gives it, or the code that fills it.
    pub(crate) fn load_module(&mut self, name: &Str) -> Answer {
        match crate::modules::find(self, name) {
            Some(Found::Native(module)) => {
                let value = Value::Module(module);
                drop(self.vm.modules.set_str(name, value.clone()));
                Ok(Outcome::Value(value))
            }
            Some(Found::Library(code)) => {
                let module = Rc::new(Module::new(name));
                let file = code.source.filename.clone();
                drop(module.namespace.set_str(&names().file, Value::Str(file)));
                let value = Value::Module(module.clone());
                drop(self.vm.modules.set_str(name, value.clone()));
                let function = self.vm.module_function(code, module.namespace.clone());
                self.prelude("run_module", vec![value, Value::Function(function)])
            }
            None if crate::modules::shelf::is_complete() => Err(not_found(self.vm, name)),
            None => {
                self.vm.stop_at(Halt::Library);
                nothing()
            }
        }
    }

    /// `from module import name`
    pub(crate) fn import_from(&mut self, module: &Value, name: &Str) -> Answer {
        if let Value::Module(own) = module
            && let Some(value) = own.namespace.get_str(name)
        {
            return Ok(Outcome::Value(value));
        }
        self.prelude("import_from", vec![module.clone(), Value::Str(name.clone())])
    }
}

fn relative(frame: &Frame, name: &Str, level: u16) -> Result<Str, Exception> {
    let package = match frame.function.globals.get_str(&names().name) {
        Some(Value::Str(own)) if own != "__main__" => own,
        _ => {
            return Err(super::raise::import_error("attempted relative import with no known parent package"));
        }
    };
    let mut parts: Vec<&str> = package.split('.').collect();
    let is_package = frame.function.code.source.filename.ends_with("__init__.py");
    for _ in usize::from(is_package)..usize::from(level) {
        parts.pop();
    }
    if !name.is_empty() {
        parts.push(name);
    }
    Ok(intern(&parts.join(".")))
}

/// No such module; a kind word about what there is.
fn not_found(vm: &Vm, name: &Str) -> Exception {
    let parent = name.rsplit_once('.').map(|(parent, _)| parent);
    let message = match parent {
        Some(parent)
            if vm.modules.get_name(parent).is_some() && !crate::modules::shelf::is_package(parent) =>
        {
            format!("No module named '{name}'; '{parent}' is not a package")
        }
        _ => format!("No module named '{name}'"),
    };
    let exception = Exception::saying(&types().module_not_found_error, message);
    exception.instance().set(&names().name_, Value::Str(name.clone()));
    exception.instance().set(&names().path, Value::None);
    exception
}

impl Vm {
    /// The function that a module's body is.
    pub(crate) fn module_function(&self, code: Rc<Code>, globals: Rc<Dict>) -> Rc<Function> {
        Rc::new(Function {
            closure: Box::new([]),
            defaults: Default::default(),
            keyword_defaults: Default::default(),
            annotations: Default::default(),
            name: std::cell::RefCell::new(code.name.clone()),
            qualname: std::cell::RefCell::new(code.qualname.clone()),
            attributes: Default::default(),
            awaitable: Default::default(),
            id: Default::default(),
            code,
            globals,
        })
    }

    /// A module whose body raised is not there.
    pub(crate) fn forget_module(&mut self, module: &Value) {
        if let Value::Module(module) = module
            && let Some(name) = module.name()
        {
            drop(self.modules.remove_str(&name));
        }
    }
}
