//! What a Markdown lesson claims: programs, and the blocks that say what they print.

use interleave_text::Fence;

/// A program, and what it is said to print.
#[derive(Debug)]
pub(super) struct Claim {
    pub(super) program: Fence,
    pub(super) output: Fence,
}

/// Those of a lesson, in order.
pub(super) fn claims(markdown: &str) -> Vec<Claim> {
    let mut found = Vec::new();
    let mut program: Option<Fence> = None;
    for fence in Fence::all(markdown) {
        if is_program(&fence) {
            program =
                Some(fence).filter(|fence| !fence.info.split_whitespace().any(|word| word == "no-check"));
        } else if let Some(program) = program.take()
            && is_output(&fence, markdown, program.inside.end)
        {
            found.push(Claim { program, output: fence });
        }
    }
    found
}

fn is_program(fence: &Fence) -> bool {
    matches!(fence.language().as_str(), "python" | "py" | "python3")
}

/// A block that says that it is output, or one that may be and stands in the same section.
fn is_output(fence: &Fence, markdown: &str, after: u32) -> bool {
    let has_heading = || {
        let between = markdown.get(after as usize..fence.inside.start as usize).unwrap_or_default();
        between.lines().any(|line| line.starts_with('#'))
    };
    match fence.language().as_str() {
        "output" => true,
        "" | "text" | "txt" | "console" => !has_heading(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::claims;

    #[track_caller]
    fn check(markdown: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> = claims(markdown)
            .iter()
            .map(|claim| (claim.program.text(markdown), claim.output.text(markdown)))
            .collect();
        let found: Vec<_> =
            found.iter().map(|(program, output)| (program.as_str(), output.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_program_and_the_block_behind_it() {
        let tea = ("print(1)\n", "1\n");
        check("```python\nprint(1)\n```\n\n```\n1\n```\n", &[tea]);
        check("```py\nprint(1)\n```\n\nIt prints:\n\n```text\n1\n```\n", &[tea]);
        check("```python\nprint(1)\n```\n\n## And so\n\n```output\n1\n```\n", &[tea]);
    }

    #[test]
    fn what_is_no_claim() {
        check("```python\nprint(1)\n```\n", &[]);
        check("```python\nprint(1)\n```\n\n# Next\n\n```\n1\n```\n", &[]);
        check("```python\nprint(1)\n```\n```sh\n1\n```\n```\n1\n```\n", &[]);
        check("```python no-check\nprint(1)\n```\n```output\n1\n```\n", &[]);
        check("```\n1\n```\n", &[]);
    }

    #[test]
    fn of_two_programs_the_nearer_one_prints() {
        check("```python\na\n```\n```python\nb\n```\n```\n1\n```\n```\n2\n```\n", &[("b\n", "1\n")]);
    }
}
