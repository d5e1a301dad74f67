//! What the names of a program mean: modules and their members under the names that imports gave them.

use std::collections::BTreeMap;

use interleave_syntax::tree::{Expr, ExprKind, Module, Stmt, StmtKind};

/// The names that imports give, with what they stand for.
pub(crate) struct Imports(BTreeMap<String, String>);

impl Imports {
    /// All imports of a program, wherever they stand.
    pub(crate) fn of(module: &Module) -> Self {
        let mut imports = Self(BTreeMap::new());
        imports.gather(&module.body);
        imports
    }

    fn gather(&mut self, body: &[Stmt]) {
        for statement in body {
            match &statement.kind {
                StmtKind::Import(names) => {
                    for alias in names {
                        let name = alias.as_name.as_ref().map_or(&alias.name, |name| &name.text);
                        self.0.insert(name.to_string(), alias.name.to_string());
                    }
                }
                StmtKind::ImportFrom { module: Some(module), names, level: 0 } => {
                    for alias in names {
                        let name = alias.as_name.as_ref().map_or(&alias.name, |name| &name.text);
                        self.0.insert(name.to_string(), format!("{}.{}", module.text, alias.name));
                    }
                }
                _ => statement.blocks().into_iter().for_each(|block| self.gather(block)),
            }
        }
    }

    /// `asyncio.sleep`, for whatever the program calls it; the expression as it is written, if it is a name with
    /// attributes and no import explains it.
    pub(crate) fn dotted(&self, expression: &Expr) -> Option<String> {
        match &expression.kind {
            ExprKind::Name(name) => Some(self.0.get(&**name).cloned().unwrap_or_else(|| name.to_string())),
            ExprKind::Attribute { value, attribute } => {
                Some(format!("{}.{}", self.dotted(value)?, attribute.text))
            }
            _ => None,
        }
    }

    /// What the program calls a member of a module; nothing if it has imported neither.
    pub(crate) fn called(&self, module: &str, member: &str) -> Option<String> {
        let wanted = format!("{module}.{member}");
        if let Some((name, _)) = self.0.iter().find(|(_, meaning)| **meaning == wanted) {
            return Some(name.clone());
        }
        let (name, _) = self.0.iter().find(|(_, meaning)| *meaning == module)?;
        Some(format!("{name}.{member}"))
    }
}
