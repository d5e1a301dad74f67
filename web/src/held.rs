//! A value that many hold and nobody copies or compares.

use std::ops::Deref;
use std::rc::Rc;

/// A value that equals only itself, so that whoever holds it knows at once whether it has changed.
#[derive(Debug, Default)]
pub(crate) struct Held<T>(Rc<T>);

impl<T> From<T> for Held<T> {
    fn from(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Deref for Held<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> PartialEq for Held<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Eq for Held<T> {}

#[cfg(test)]
mod tests {
    use super::Held;

    #[test]
    fn only_the_same_value_is_equal() {
        let held = Held::from(String::from("a"));
        assert_eq!(held, held.clone());
        assert_ne!(held, Held::from(String::from("a")));
    }
}
