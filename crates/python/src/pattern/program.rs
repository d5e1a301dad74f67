//! A pattern as a program for the matcher.

use super::PatternError;
use super::class::Class;
use super::flags::Fold;
use super::tree::{Anchor, Eagerness, Node};

/// What takes exactly one character.
#[derive(Clone, Debug)]
pub(super) enum Single {
    Character(char),
    /// The canonical form of a letter.
    Folded(char, Fold),
    Any,
    AnyButNewline,
    Class(Box<Class>),
}

#[derive(Clone, Debug)]
pub(super) enum Step {
    One(Single),
    At(Anchor),
    /// Notes the place: slot 2n begins group n, slot 2n + 1 ends it.
    Save(usize),
    /// Goes on, and comes back to try the target.
    Try(usize),
    Jump(usize),
    /// Repeats a single character.
    Run {
        single: Single,
        least: usize,
        most: usize,
        lazy: bool,
    },
    LoopStart(usize),
    /// Decides whether the body comes (again); the way out is the next step.
    Loop {
        counter: usize,
        least: u32,
        most: u32,
        lazy: bool,
        body: usize,
    },
    Reference {
        group: usize,
        fold: Fold,
    },
    /// Opens something whose choices are final once it has matched.
    Fence,
    /// Closes it; a look goes back to where it began.
    FenceEnd {
        back: bool,
    },
    /// Opens something that must not match; if it doesn't, goes to the target.
    Forbid(usize),
    ForbidEnd,
    Back(usize),
    /// Goes to the target if the group has not matched.
    Unless {
        group: usize,
        target: usize,
    },
    Match,
}

#[derive(Clone, Debug)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) slots: usize,
    pub(super) counters: usize,
}

/// Makes the program of a tree.
pub(super) fn compile(tree: &Node, groups: usize) -> Result<Program, PatternError> {
    let mut compiler = Compiler { steps: Vec::new(), counters: 0, widths: vec![(0, 0); groups + 1] };
    compiler.node(tree)?;
    compiler.steps.push(Step::Match);
    Ok(Program { steps: compiler.steps, slots: 2 * groups + 2, counters: compiler.counters })
}

struct Compiler {
    steps: Vec<Step>,
    counters: usize,
    /// Of groups, for looking behind.
    widths: Vec<(u64, u64)>,
}

fn single(node: &Node) -> Option<Single> {
    Some(match node {
        Node::Character { c, fold } if fold.canonical(*c) == *c && fold.capital(*c) == *c => {
            Single::Character(*c)
        }
        Node::Character { c, fold } => Single::Folded(fold.canonical(*c), *fold),
        Node::Any { newline: true } => Single::Any,
        Node::Any { newline: false } => Single::AnyButNewline,
        Node::Class(class) => Single::Class(Box::new(class.clone())),
        Node::At(_)
        | Node::Sequence(_)
        | Node::Choice(_)
        | Node::Repeat { .. }
        | Node::Capture { .. }
        | Node::Reference { .. }
        | Node::Look { .. }
        | Node::Atomic(_)
        | Node::Conditional { .. } => return None,
    })
}

impl Compiler {
    /// Adds a step whose target isn't known yet.
    fn reserve(&mut self) -> usize {
        self.steps.push(Step::Match);
        self.steps.len() - 1
    }

    fn node(&mut self, node: &Node) -> Result<(), PatternError> {
        if let Some(single) = single(node) {
            self.steps.push(Step::One(single));
            return Ok(());
        }
        match node {
            Node::Character { .. } | Node::Any { .. } | Node::Class(_) => {}
            Node::At(anchor) => self.steps.push(Step::At(*anchor)),
            Node::Sequence(nodes) => {
                for node in nodes {
                    self.node(node)?;
                }
            }
            Node::Choice(nodes) => self.choice(nodes)?,
            Node::Repeat { node, least, most, eagerness } => self.repeat(node, *least, *most, *eagerness)?,
            Node::Capture { group, node } => {
                self.steps.push(Step::Save(2 * group));
                self.node(node)?;
                self.steps.push(Step::Save(2 * group + 1));
                self.widths[*group] = node.width(&mut self.widths.clone());
            }
            Node::Reference { group, fold } => {
                self.steps.push(Step::Reference { group: *group, fold: *fold })
            }
            Node::Look { behind, negative, node } => self.look(*behind, *negative, node)?,
            Node::Atomic(node) => {
                self.steps.push(Step::Fence);
                self.node(node)?;
                self.steps.push(Step::FenceEnd { back: false });
            }
            Node::Conditional { group, yes, no } => {
                let unless = self.reserve();
                self.node(yes)?;
                let jump = self.reserve();
                self.steps[unless] = Step::Unless { group: *group, target: self.steps.len() };
                self.node(no)?;
                self.steps[jump] = Step::Jump(self.steps.len());
            }
        }
        Ok(())
    }

    fn choice(&mut self, nodes: &[Node]) -> Result<(), PatternError> {
        let mut jumps = Vec::new();
        for (at, node) in nodes.iter().enumerate() {
            let last = at + 1 == nodes.len();
            let retry = (!last).then(|| self.reserve());
            self.node(node)?;
            if let Some(retry) = retry {
                jumps.push(self.reserve());
                self.steps[retry] = Step::Try(self.steps.len());
            }
        }
        for jump in jumps {
            self.steps[jump] = Step::Jump(self.steps.len());
        }
        Ok(())
    }

    fn repeat(
        &mut self,
        node: &Node,
        least: u32,
        most: u32,
        eagerness: Eagerness,
    ) -> Result<(), PatternError> {
        let possessive = eagerness == Eagerness::Possessive;
        let lazy = eagerness == Eagerness::Lazy;
        if possessive {
            self.steps.push(Step::Fence);
        }
        // Groups that only bracket one item don't hide it.
        let mut inner = node;
        while let Node::Sequence(nodes) = inner
            && let [only] = &**nodes
        {
            inner = only;
        }
        if inner.is_single()
            && let Some(single) = single(inner)
        {
            self.steps.push(Step::Run { single, least: least as usize, most: most as usize, lazy });
        } else {
            let counter = self.counters;
            self.counters += 1;
            self.steps.push(Step::LoopStart(counter));
            let jump = self.reserve();
            let body = self.steps.len();
            self.node(node)?;
            self.steps[jump] = Step::Jump(self.steps.len());
            self.steps.push(Step::Loop { counter, least, most, lazy, body });
        }
        if possessive {
            self.steps.push(Step::FenceEnd { back: false });
        }
        Ok(())
    }

    fn look(&mut self, behind: bool, negative: bool, node: &Node) -> Result<(), PatternError> {
        let opening = self.reserve();
        if behind {
            let (least, most) = node.width(&mut self.widths.clone());
            if least != most {
                let message = "look-behind requires fixed-width pattern".to_owned();
                return Err(PatternError { message, position: None });
            }
            self.steps.push(Step::Back(least as usize));
        }
        self.node(node)?;
        if negative {
            self.steps.push(Step::ForbidEnd);
            self.steps[opening] = Step::Forbid(self.steps.len());
        } else {
            self.steps.push(Step::FenceEnd { back: true });
            self.steps[opening] = Step::Fence;
        }
        Ok(())
    }
}
