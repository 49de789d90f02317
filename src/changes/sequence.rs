//! Where two lists say something else, or the same in another order.

use std::collections::HashMap;

use super::sheet::Line;
use crate::guidance::diagram::{Builder, Node};

/// The incidents in which what is shown of the one list is not, line by line, what is shown of the
/// other.
pub(super) fn differs(builder: &mut Builder, one: &[Line], other: &[Line]) -> Node {
    if one == other {
        return Node::FALSE;
    }
    let mut lists = Lists {
        builder,
        one,
        other,
        done: HashMap::new(),
    };
    let same = lists.same(0, 0);
    builder.not(same)
}

struct Lists<'a> {
    builder: &'a mut Builder,
    one: &'a [Line],
    other: &'a [Line],
    done: HashMap<(usize, usize), Node>,
}

impl Lists<'_> {
    /// The incidents in which the lists show the same from these places on.
    fn same(&mut self, at: usize, other_at: usize) -> Node {
        if let Some(known) = self.done.get(&(at, other_at)) {
            return *known;
        }
        let same = match (self.one.get(at), self.other.get(other_at)) {
            (None, None) => Node::TRUE,
            (Some(line), None) => self.unless(line.shown, (at + 1, other_at)),
            (None, Some(line)) => self.unless(line.shown, (at, other_at + 1)),
            (Some(line), Some(other)) if line == other => self.same(at + 1, other_at + 1),
            (Some(line), Some(other)) => self.compare((line, at), (other, other_at)),
        };
        self.done.insert((at, other_at), same);
        same
    }

    fn compare(&mut self, (line, at): (&Line, usize), (other, other_at): (&Line, usize)) -> Node {
        let says = |lines: Option<&[Line]>, said: &Line| {
            let mut lines = lines.into_iter().flatten();
            lines.any(|line| line.says == said.says)
        };
        // What the other list does not say from here on can only be left out.
        if !says(self.other.get(other_at..), line) {
            return self.unless(line.shown, (at + 1, other_at));
        }
        if !says(self.one.get(at..), other) {
            return self.unless(other.shown, (at, other_at + 1));
        }
        let after_both = if line.says == other.says {
            self.same(at + 1, other_at + 1)
        } else {
            Node::FALSE
        };
        let after_one = self.same(at + 1, other_at);
        let after_other = self.same(at, other_at + 1);
        // Where neither is shown, both ways round come to the same.
        let shown = self.builder.choose(other.shown, after_both, after_other);
        self.builder.choose(line.shown, shown, after_one)
    }

    fn unless(&mut self, shown: Node, (at, other_at): (usize, usize)) -> Node {
        let rest = self.same(at, other_at);
        self.builder.choose(shown, Node::FALSE, rest)
    }
}
