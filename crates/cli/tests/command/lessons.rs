//! `interleave check`: lessons that say what their programs print.

use std::fs;

use crate::{assert_complains, assert_said, file, interleave};

const LESSON: &str = "# Tea

```python
import asyncio

async def brew(name):
    await asyncio.sleep(1)
    print(name)

async def main():
    await asyncio.gather(brew('green'), brew('black'))

asyncio.run(main())
```

It prints

```text
black
green
```

1. And a mistake:

   ```python
   1 / 0
   ```

   ```output
   Traceback (most recent call last):
   ...
   ZeroDivisionError: division by zero
   ```
";

#[test]
fn what_differs_is_shown_with_its_place() {
    let path = file("differs.md", LESSON);
    let path = path.to_str().expect("cargo's paths are text");
    assert_said(
        &interleave(&["check", path], ""),
        1,
        &format!("{path}:18: it prints something else\n  - black\n  - green\n  + green\n  + black\n"),
        "2 programs with output: 1 print something else\n",
    );
}

#[test]
fn a_lesson_is_mended_and_agrees_then() {
    let path = file("mended.md", LESSON);
    let words = path.to_str().expect("cargo's paths are text");
    let output = interleave(&["check", "--fix", words], "");
    assert_complains(&output, 0, &["mended.md:18: mended", "2 programs with output: 1 mended"]);
    let mended = LESSON.replace("black\ngreen", "green\nblack");
    assert_eq!(fs::read_to_string(&path).expect("it is there"), mended);
    assert_said(&interleave(&["check", words], ""), 0, "", "2 programs with output: as it is said\n");
    // From standard input to standard output.
    assert_eq!(interleave(&["check", "--fix", "-"], LESSON).stdout, mended.as_bytes());
}

#[test]
fn a_lesson_without_output_has_nothing_to_be_checked() {
    assert_said(&interleave(&["check", "-"], "# Tea\n"), 0, "", "0 programs with output\n");
    assert_complains(&interleave(&["check", "no-such-lesson.md"], ""), 2, &["cannot read no-such-lesson.md"]);
}
