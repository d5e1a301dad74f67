//! Small programs and their code.

use expect_test::{Expect, expect};

use super::listing::listing;
use super::{attempt, compile, compiled, compiled_expression};

fn check(text: &str, expected: Expect) {
    expected.assert_eq(&listing(&compiled(text)));
}

#[test]
fn a_sum_of_locals_goes_straight_to_its_register() {
    check(
        "def f(a, b):\n    c = a + b * 2\n    c += 1\n    return c\n",
        expect![[r#"
        <module> Module ()
           0 MakeFunction dst=r0 code=0 base=r0 flags=0
           1 StoreGlobal src=r0 site=f
           2 Return src=None
        f Function (a b c)
           0 Multiply dst=r3 left=b right=2
           1 Add dst=c left=a right=r3
           2 InPlace operator=Add dst=c left=c right=1
           3 Return src=c
    "#]],
    );
}

#[test]
fn a_local_that_may_be_unbound_is_looked_at_in_order() {
    check(
        "def f(a):\n    if a:\n        b = 1\n    return g(b) + b\n",
        expect![[r#"
            <module> Module ()
               0 MakeFunction dst=r0 code=0 base=r0 flags=0
               1 StoreGlobal src=r0 site=f
               2 Return src=None
            f Function (a b)
               0 JumpIfFalse condition=a target=2
               1 Move dst=b src=1
               2 LoadGlobal dst=r2 site=g
               3 Move dst=r3 src=b
               4 Call dst=r2 base=r2 count=1 names=0
               5 Add dst=r2 left=r2 right=b
               6 Return src=r2
        "#]],
    );
}

#[test]
fn a_parameter_that_may_be_deleted_is_looked_at() {
    check(
        "def f(a):\n    while 1:\n        g = a + a\n        del a\n",
        expect![[r#"
        <module> Module ()
           0 MakeFunction dst=r0 code=0 base=r0 flags=0
           1 StoreGlobal src=r0 site=f
           2 Return src=None
        f Function (a g)
           0 Move dst=r2 src=a
           1 Move dst=r3 src=a
           2 Add dst=g left=r2 right=r3
           3 DeleteLocal local=a
           4 Jump target=0
    "#]],
    );
}

#[test]
fn conditions_are_jumps() {
    check(
        "def f(a, b):\n    while 0 < a < b and not (a is None or b == 3):\n        a += 1\n",
        expect![[r#"
            <module> Module ()
               0 MakeFunction dst=r0 code=0 base=r0 flags=0
               1 StoreGlobal src=r0 site=f
               2 Return src=None
            f Function (a b)
               0 JumpUnless operator=Less left=0 right=a target=7
               1 JumpUnless operator=Less left=a right=b target=7
               2 JumpUnless operator=IsNot left=a right=None target=7
               3 Compare operator=Equal dst=r2 left=b right=3
               4 JumpIfTrue condition=r2 target=7
               5 InPlace operator=Add dst=a left=a right=1
               6 Jump target=0
               7 Return src=None
        "#]],
    );
}

#[test]
fn return_and_break_go_through_finally() {
    check(
        "def f(a):\n    for x in a:\n        try:\n            if x:\n                return x + 1\n            break\n        finally:\n            g()\n",
        expect![[r#"
            <module> Module ()
               0 MakeFunction dst=r0 code=0 base=r0 flags=0
               1 StoreGlobal src=r0 site=f
               2 Return src=None
            f Function (a x)
               0 Iterate dst=r2 src=a
               1 Next dst=x iterator=r2 end=19
               2 JumpIfFalse condition=x target=9
               3 Add dst=r3 left=x right=1
               4 LoadGlobal dst=r4 site=g
               5 Call dst=r4 base=r4 count=0 names=0
               6 Discard register=r4
               7 Clear register=r2
               8 Return src=r3
               9 LoadGlobal dst=r3 site=g
              10 Call dst=r3 base=r3 count=0 names=0
              11 Discard register=r3
              12 Clear register=r2
              13 Jump target=19
              14 BeginHandler exception=r3
              15 LoadGlobal dst=r5 site=g
              16 Call dst=r5 base=r5 count=0 names=0
              17 Discard register=r5
              18 Reraise exception=r3
              19 Return src=None
              20 EndHandler exception=r3
              21 LetPass exception=r5
                 2..4 -> 14 r3
                 15..18 -> 20 r5
        "#]],
    );
}

#[test]
fn the_name_of_an_exception_goes_however_its_block_ends() {
    check(
        "def f():\n    try:\n        g()\n    except E as e:\n        return h(e)\n",
        expect![[r#"
        <module> Module ()
           0 MakeFunction dst=r0 code=0 base=r0 flags=0
           1 StoreGlobal src=r0 site=f
           2 Return src=None
        f Function (e)
           0 LoadGlobal dst=r1 site=g
           1 Call dst=r1 base=r1 count=0 names=0
           2 Discard register=r1
           3 Jump target=17
           4 BeginHandler exception=r1
           5 LoadGlobal dst=r3 site=E
           6 ExceptionMatches dst=r3 exception=r1 classes=r3
           7 JumpIfFalse condition=r3 target=16
           8 Copy dst=r3 src=r1
           9 Move dst=e src=r3
          10 LoadGlobal dst=r3 site=h
          11 Move dst=r4 src=e
          12 Call dst=r3 base=r3 count=1 names=0
          13 Clear register=e
          14 EndHandler exception=r1
          15 Return src=r3
          16 Reraise exception=r1
          17 Return src=None
          18 EndHandler exception=r1
          19 LetPass exception=r3
          20 Clear register=e
          21 LetPass exception=r3
             0..3 -> 4 r1
             10..13 -> 20 r3
             5..14 -> 18 r3
             20..22 -> 18 r3
    "#]],
    );
}

#[test]
fn with_calls_exit_either_way() {
    check(
        "def f(a):\n    with a as b:\n        return b.c\n",
        expect![[r#"
        <module> Module ()
           0 MakeFunction dst=r0 code=0 base=r0 flags=0
           1 StoreGlobal src=r0 site=f
           2 Return src=None
        f Function (a b)
           0 Move dst=r3 src=a
           1 LoadSpecial special=Enter base=r4 object=r3
           2 LoadSpecial special=Exit base=r2 object=r3
           3 CallMethod dst=r4 base=r4 count=0 names=0
           4 Move dst=b src=r4
           5 LoadAttribute dst=r4 object=b site=c
           6 Move dst=r5 src=r2
           7 Copy dst=r6 src=r3
           8 Clear register=r3
           9 Move dst=r7 src=None
          10 Move dst=r8 src=None
          11 Move dst=r9 src=None
          12 CallMethod dst=r5 base=r5 count=3 names=0
          13 Discard register=r5
          14 Return src=r4
          15 BeginHandler exception=r4
          16 Copy dst=r6 src=r2
          17 Copy dst=r7 src=r3
          18 ExceptionParts base=r8 exception=r4
          19 CallMethod dst=r6 base=r6 count=3 names=0
          20 JumpIfTrue condition=r6 target=22
          21 LetPass exception=r4
          22 EndHandler exception=r4
          23 Clear register=r2
          24 Clear register=r3
          25 Return src=None
          26 EndHandler exception=r4
          27 LetPass exception=r6
             4..6 -> 15 r4
             16..21 -> 26 r6
    "#]],
    );
}

#[test]
fn async_loops_and_awaits() {
    check(
        "async def f(a):\n    async for x in a:\n        await x\n",
        expect![[r#"
        <module> Module ()
           0 MakeFunction dst=r0 code=0 base=r0 flags=0
           1 StoreGlobal src=r0 site=f
           2 Return src=None
        f Coroutine (a x)
           0 AsyncIterate dst=r2 src=a
           1 AsyncNext dst=r3 iterator=r2
           2 Delegate dst=r3 iterator=r3
           3 Move dst=x src=r3
           4 Awaitable place=Expression dst=r3 src=x
           5 Delegate dst=r3 iterator=r3
           6 Discard register=r3
           7 Jump target=1
           8 Clear register=r2
           9 Return src=None
          10 EndAsyncFor exception=r3 end=8
             1..3 -> 10 r3
    "#]],
    );
}

#[test]
fn closures_and_nonlocal() {
    check(
        "def f(a):\n    n = 0\n    def g():\n        nonlocal n\n        n += a\n        return n\n    return g\n",
        expect![[r#"
            <module> Module ()
               0 MakeFunction dst=r0 code=0 base=r0 flags=0
               1 StoreGlobal src=r0 site=f
               2 Return src=None
            f Function (a g n)
               0 MakeCell register=a
               1 MakeCell register=n
               2 StoreCell src=0 cell=n
               3 MakeFunction dst=r3 code=0 base=r3 flags=0
               4 Move dst=g src=r3
               5 Return src=g
            g Function (a n)
               0 LoadCell dst=r2 cell=n
               1 LoadCell dst=r3 cell=a
               2 InPlace operator=Add dst=r2 left=r2 right=r3
               3 StoreCell src=r2 cell=n
               4 LoadCell dst=r2 cell=n
               5 Return src=r2
        "#]],
    );
}

#[test]
fn comprehensions_are_inlined_but_generators_are_not() {
    check(
        "def f(a):\n    return [x for x in a if x], (y for y in a)\n",
        expect![[r#"
        <module> Module ()
           0 MakeFunction dst=r0 code=0 base=r0 flags=0
           1 StoreGlobal src=r0 site=f
           2 Return src=None
        f Function (a x)
           0 Iterate dst=r3 src=a
           1 MakeList dst=r2 base=r2 count=0
           2 Next dst=x iterator=r3 end=6
           3 JumpIfFalse condition=x target=2
           4 ListAppend list=r2 src=x
           5 Jump target=2
           6 Clear register=x
           7 MakeFunction dst=r3 code=0 base=r3 flags=0
           8 Iterate dst=r4 src=a
           9 Call dst=r3 base=r3 count=1 names=0
          10 MakeTuple dst=r2 base=r2 count=2
          11 Return src=r2
          12 Clear register=x
          13 Reraise exception=r2
             2..6 -> 12 r2
        <genexpr> Generator (.0 y)
           0 Next dst=y iterator=.0 end=4
           1 Yield dst=r2 src=y
           2 Discard register=r2
           3 Jump target=0
           4 Return src=None
    "#]],
    );
}

#[test]
fn classes_with_super() {
    check(
        "class A(B):\n    x: int = 1\n    def f(self):\n        super().f(self.__y)\n",
        expect![[r#"
        <module> Module ()
           0 BuildClass dst=r0
           1 MakeFunction dst=r1 code=0 base=r1 flags=0
           2 Move dst=r2 src="A"
           3 LoadGlobal dst=r3 site=B
           4 Call dst=r0 base=r0 count=3 names=0
           5 StoreGlobal src=r0 site=A
           6 Return src=None
        A Class (__class__)
           0 MakeCell register=__class__
           1 LoadName dst=r1 site=__name__
           2 StoreName src=r1 site=__module__
           3 StoreName src="A" site=__qualname__
           4 MakeDict dst=r1 base=r1 count=0
           5 StoreName src=r1 site=__annotations__
           6 StoreName src=1 site=x
           7 LoadName dst=r1 site=int
           8 LoadName dst=r2 site=__annotations__
           9 StoreItem object=r2 index="x" src=r1
          10 MakeFunction dst=r1 code=0 base=r1 flags=0
          11 StoreName src=r1 site=f
          12 StoreName src=__class__ site=__classcell__
          13 Return src=__class__
        f Function (self __class__)
           0 LoadGlobal dst=r2 site=super
           1 Super dst=r2 callee=r2 class_cell=__class__ first=self
           2 LoadMethod base=r2 object=r2 site=f
           3 LoadAttribute dst=r4 object=self site=_A__y
           4 CallMethod dst=r2 base=r2 count=1 names=0
           5 Discard register=r2
           6 Return src=None
    "#]],
    );
}

#[test]
fn calls_with_stars() {
    check(
        "f(1, *a, k=2, **b)\nf(*a)\na.f(1, k=2)\n",
        expect![[r#"
        <module> Module ()
           0 LoadGlobal dst=r0 site=f
           1 Move dst=r1 src=1
           2 MakeList dst=r1 base=r1 count=1
           3 LoadGlobal dst=r2 site=a
           4 ListExtend list=r1 src=r2
           5 Move dst=r2 src="k"
           6 Move dst=r3 src=2
           7 MakeDict dst=r2 base=r2 count=1
           8 LoadGlobal dst=r3 site=b
           9 DictMerge dict=r2 src=r3 callee=r0
          10 CallSpread dst=r0 base=r0
          11 Discard register=r0
          12 LoadGlobal dst=r0 site=f
          13 LoadGlobal dst=r1 site=a
          14 CallSpread dst=r0 base=r0
          15 Discard register=r0
          16 LoadGlobal dst=r0 site=a
          17 LoadMethod base=r0 object=r0 site=f
          18 Move dst=r2 src=1
          19 Move dst=r3 src=2
          20 CallMethod dst=r0 base=r0 count=2 names=1
          21 Discard register=r0
          22 Return src=None
    "#]],
    );
}

#[test]
fn patterns_capture_when_all_fits() {
    check(
        "def f(a):\n    match a:\n        case [1, x, *_] | {'x': x}:\n            return x\n",
        expect![[r#"
        <module> Module ()
           0 MakeFunction dst=r0 code=0 base=r0 flags=0
           1 StoreGlobal src=r0 site=f
           2 Return src=None
        f Function (a x)
           0 Move dst=r2 src=a
           1 IsSequence dst=r4 subject=r2
           2 JumpIfFalse condition=r4 target=11
           3 Length dst=r4 subject=r2
           4 JumpUnless operator=GreaterEqual left=r4 right=2 target=11
           5 Copy dst=r5 src=r2
           6 UnpackRest src=r5 base=r6 before=2 after=0
           7 JumpUnless operator=Equal left=r6 right=1 target=11
           8 Clear register=r8
           9 Move dst=r3 src=r7
          10 Jump target=28
          11 Clear register=r7
          12 Clear register=r8
          13 IsMapping dst=r9 subject=r2
          14 JumpIfFalse condition=r9 target=25
          15 Length dst=r9 subject=r2
          16 JumpUnless operator=GreaterEqual left=r9 right=1 target=25
          17 Move dst=r10 src="x"
          18 MakeTuple dst=r10 base=r10 count=1
          19 MatchKeys dst=r11 subject=r2 keys=r10
          20 JumpIfNone register=r11 target=25
          21 Unpack src=r11 base=r12 count=1
          22 Clear register=r10
          23 Move dst=r3 src=r12
          24 Jump target=28
          25 Clear register=r10
          26 Clear register=r11
          27 Jump target=31
          28 Move dst=x src=r3
          29 Clear register=r2
          30 Return src=x
          31 Clear register=r2
          32 Return src=None
    "#]],
    );
}

#[test]
fn exception_groups() {
    check(
        "try:\n    f()\nexcept* A as e:\n    g(e)\n",
        expect![[r#"
        <module> Module ()
           0 LoadGlobal dst=r0 site=f
           1 Call dst=r0 base=r0 count=0 names=0
           2 Discard register=r0
           3 Jump target=33
           4 BeginHandler exception=r0
           5 MakeList dst=r2 base=r2 count=0
           6 Copy dst=r3 src=r0
           7 LoadGlobal dst=r4 site=A
           8 StarMatches base=r3 classes=r4
           9 JumpIfNone register=r4 target=24
          10 BeginHandler exception=r4
          11 Copy dst=r6 src=r4
          12 StoreGlobal src=r6 site=e
          13 LoadGlobal dst=r6 site=g
          14 LoadGlobal dst=r7 site=e
          15 Call dst=r6 base=r6 count=1 names=0
          16 Discard register=r6
          17 StoreGlobal src=None site=e
          18 DeleteGlobal site=e
          19 EndHandler exception=r4
          20 Jump target=25
          21 ListAppend list=r2 src=r6
          22 EndHandler exception=r4
          23 Jump target=25
          24 Clear register=r4
          25 ListAppend list=r2 src=r3
          26 StarRest dst=r3 exception=r0 list=r2
          27 JumpIfNone register=r3 target=30
          28 EndHandler exception=r0
          29 Reraise exception=r3
          30 Clear register=r3
          31 EndHandler exception=r0
          32 Jump target=33
          33 Return src=None
          34 EndHandler exception=r0
          35 LetPass exception=r2
          36 StoreGlobal src=None site=e
          37 DeleteGlobal site=e
          38 LetPass exception=r6
             0..3 -> 4 r0
             13..17 -> 36 r6
             11..19 -> 21 r6
             5..27 -> 34 r2
             36..39 -> 21 r6
             36..39 -> 34 r2
    "#]],
    );
}

#[test]
fn assignments_evaluate_once() {
    check(
        "a = b[c()] = d\na[e()].f += 1\nx, (y, *z) = a\np, q = q, p\n",
        expect![[r#"
        <module> Module ()
           0 LoadGlobal dst=r0 site=d
           1 Copy dst=r1 src=r0
           2 StoreGlobal src=r1 site=a
           3 LoadGlobal dst=r1 site=b
           4 LoadGlobal dst=r2 site=c
           5 Call dst=r2 base=r2 count=0 names=0
           6 StoreItem object=r1 index=r2 src=r0
           7 LoadGlobal dst=r0 site=a
           8 LoadGlobal dst=r1 site=e
           9 Call dst=r1 base=r1 count=0 names=0
          10 LoadItem dst=r0 object=r0 index=r1
          11 Copy dst=r1 src=r0
          12 LoadAttribute dst=r1 object=r1 site=f
          13 InPlace operator=Add dst=r1 left=r1 right=1
          14 StoreAttribute object=r0 src=r1 site=f
          15 LoadGlobal dst=r0 site=a
          16 Unpack src=r0 base=r1 count=2
          17 StoreGlobal src=r1 site=x
          18 UnpackRest src=r2 base=r3 before=1 after=0
          19 StoreGlobal src=r3 site=y
          20 StoreGlobal src=r4 site=z
          21 LoadGlobal dst=r0 site=q
          22 LoadGlobal dst=r1 site=p
          23 StoreGlobal src=r0 site=p
          24 StoreGlobal src=r1 site=q
          25 Return src=None
    "#]],
    );
}

#[test]
fn an_expression_among_locals_returns_its_value() {
    expect![[r#"
        <module> Class (y)
           0 LoadName dst=r1 site=x
           1 LoadName dst=r2 site=len
           2 LoadName dst=r4 site=z
           3 Iterate dst=r4 src=r4
           4 MakeList dst=r3 base=r3 count=0
           5 Next dst=y iterator=r4 end=9
           6 LoadName dst=r5 site=x
           7 ListAppend list=r3 src=r5
           8 Jump target=5
           9 Clear register=y
          10 Call dst=r2 base=r2 count=1 names=0
          11 Add dst=r1 left=r1 right=r2
          12 Return src=r1
          13 Clear register=y
          14 Reraise exception=r3
             5..9 -> 13 r3
    "#]]
    .assert_eq(&listing(&compiled_expression("x + len([x for y in z])")));
}

#[test]
fn literals_are_counted_once() {
    let mut literals = Vec::new();
    let text = "try:\n    a = -1\nfinally:\n    b = 2.5, 2.5\n";
    let code = attempt(text, |module, source, options| {
        compile(module, source, super::Options { literals: Some(&mut literals), ..options })
    });
    assert!(code.is_ok());
    let written: Vec<_> = literals.iter().filter_map(|span| span.of(text)).collect();
    assert_eq!(written, ["-1", "2.5", "2.5"]);
}

#[test]
fn blocks_have_a_limit() {
    let nested = |depth: usize| {
        let mut text: String = (0..depth).map(|level| format!("{}while x:\n", " ".repeat(level))).collect();
        text.push_str(&format!("{}pass\n", " ".repeat(depth)));
        text
    };
    compiled(&nested(20));
    let error = attempt(&nested(30), compile);
    assert_eq!(
        error.map(|_| ()).map_err(|error| error.message),
        Err("too many statically nested blocks".into())
    );
}

#[test]
fn finally_in_finally_stays_bounded() {
    let mut text = String::new();
    for level in 0..40 {
        let indent = " ".repeat(level);
        text.push_str(&format!("{indent}try:\n{indent} f()\n{indent}finally:\n"));
    }
    text.push_str(&format!("{}f()\n", " ".repeat(40)));
    assert!(attempt(&text, compile).is_err());
}
