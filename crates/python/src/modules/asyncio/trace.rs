//! The library's coroutines as CPython shows them: what they are called, where they are
//! defined, and which lines of asyncio an exception passes on its way through one; and the
//! lines at which what a step or a job held dies.

use std::cell::RefCell;
use std::mem;

use interleave_core::{Coroutine, Future, Held, Input, Step, WeakFuture};

use super::is_with_the_program;
use crate::object::Exception;
use crate::object::exception::{LibraryLine, Place};
use crate::types::types;
use crate::value::{Str, Value, intern};
use crate::vm::raise::runtime_error;
use crate::vm::{Loop, Vm};

macro_rules! lines {
    ($($name:ident $file:literal $line:literal $function:literal $text:literal $marks:literal;)*) => {$(
        pub(crate) const $name: &LibraryLine = &LibraryLine {
            file: concat!("asyncio/", $file),
            line: $line,
            function: $function,
            text: $text,
            marks: $marks,
        };
    )*
        const ALL: &[&LibraryLine] = &[$($name),*];
    };
}

lines! {
    CHECK_CLOSED "base_events.py" 552 "_check_closed" "raise RuntimeError('Event loop is closed')" "";
    CALL_SOON_CLOSED "base_events.py" 829 "call_soon" "self._check_closed()" "~~~~~~~~~~~~~~~~~~^^";
    THREADSAFE_CLOSED "base_events.py" 874 "call_soon_threadsafe" "self._check_closed()" "~~~~~~~~~~~~~~~~~~^^";
    CALL_AT_CLOSED "base_events.py" 808 "call_at" "self._check_closed()" "~~~~~~~~~~~~~~~~~~^^";
    CALL_LATER_AT "base_events.py" 795 "call_later" "timer = self.call_at(self.time() + delay, callback, *args,\n                         context=context)" "";
    CALL_LATER_ADDS "base_events.py" 795 "call_later" "timer = self.call_at(self.time() + delay, callback, *args," "                     ~~~~~~~~~~~~^~~~~~~";
    CALL_AT_MAKES "base_events.py" 812 "call_at" "timer = events.TimerHandle(when, callback, args, self, context)" "";
    CHECK_RUNNING "base_events.py" 633 "_check_running" "raise RuntimeError('This event loop is already running')" "";
    READY_CLEARS "base_events.py" 746 "close" "self._ready.clear()" "";
    RUN_CLOSED "base_events.py" 696 "run_until_complete" "self._check_closed()" "~~~~~~~~~~~~~~~~~~^^";
    RUN_RUNNING "base_events.py" 697 "run_until_complete" "self._check_running()" "~~~~~~~~~~~~~~~~~~~^^";
    RUN_FOREVER_SETUP "base_events.py" 646 "_run_forever_setup" "self._check_running()" "~~~~~~~~~~~~~~~~~~~^^";
    RUN_FOREVER_CLOSED "base_events.py" 645 "_run_forever_setup" "self._check_closed()" "~~~~~~~~~~~~~~~~~~^^";
    RUN_FOREVER_BEGIN "base_events.py" 677 "run_forever" "self._run_forever_setup()" "~~~~~~~~~~~~~~~~~~~~~~~^^";
    RUN_FOREVER "base_events.py" 679 "run_forever" "self._run_once()" "~~~~~~~~~~~~~~^^";
    RUN_UNTIL "base_events.py" 708 "run_until_complete" "self.run_forever()" "~~~~~~~~~~~~~~~~^^";
    RUN_STOPPED "base_events.py" 719 "run_until_complete" "raise RuntimeError('Event loop stopped before Future completed.')" "";
    RUN_RESULT "base_events.py" 721 "run_until_complete" "return future.result()" "       ~~~~~~~~~~~~~^^";
    RUN_ONCE "base_events.py" 2027 "_run_once" "handle._run()" "~~~~~~~~~~~^^";
    HANDLE_NEXT "base_events.py" 2012 "_run_once" "handle = self._ready.popleft()" "";
    HANDLE_LAST "base_events.py" 2028 "_run_once" "handle = None  # Needed to break cycles when an exception occurs." "";
    HANDLE_RUN "events.py" 89 "_run" "self._context.run(self._callback, *self._args)" "~~~~~~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^";
    RUN_ONCE_IN_DEBUG "base_events.py" 2019 "_run_once" "handle._run()" "~~~~~~~~~~~^^";
    CREATE_FUTURE "base_events.py" 460 "create_future" "return futures.Future(loop=self)" "";
    OTHER_LOOP "mixins.py" 20 "_get_loop" "raise RuntimeError(f'{self!r} is bound to a different event loop')" "";
    NO_LOOP_TASK "tasks.py" 407 "create_task" "loop = events.get_running_loop()" "";
    NO_LOOP_TASKS "tasks.py" 47 "all_tasks" "loop = events.get_running_loop()" "";
    NO_LOOP_TIMEOUT "timeouts.py" 161 "timeout" "loop = events.get_running_loop()" "";
    AEXIT "locks.py" 20 "__aexit__" "self.release()" "~~~~~~~~~~~~^^";
    AENTER "locks.py" 14 "__aenter__" "await self.acquire()" "";
    ACQUIRE "locks.py" 110 "acquire" "await fut" "";
    ACQUIRE_LOOP "locks.py" 105 "acquire" "fut = self._get_loop().create_future()" "      ~~~~~~~~~~~~~~^^";
    LOCK_RELEASE "locks.py" 142 "release" "raise RuntimeError('Lock is not acquired.')" "";
    LOCK_WAKES "locks.py" 155 "_wake_up_first" "fut.set_result(True)" "~~~~~~~~~~~~~~^^^^^^";
    LOCK_RELEASES "locks.py" 140 "release" "self._wake_up_first()" "~~~~~~~~~~~~~~~~~~~^^";
    EVENT_WAIT "locks.py" 213 "wait" "await fut" "";
    EVENT_LOOP "locks.py" 210 "wait" "fut = self._get_loop().create_future()" "      ~~~~~~~~~~~~~~^^";
    EVENT_WAKES "locks.py" 192 "set" "fut.set_result(True)" "~~~~~~~~~~~~~~^^^^^^";
    CONDITION_WAIT "locks.py" 272 "wait" "await fut" "";
    CONDITION_LOOP "locks.py" 266 "wait" "fut = self._get_loop().create_future()" "      ~~~~~~~~~~~~~~^^";
    CONDITION_UNLOCKED "locks.py" 264 "wait" "raise RuntimeError('cannot wait on un-acquired lock')" "";
    CONDITION_WAIT_FOR "locks.py" 313 "wait_for" "await self.wait()" "";
    NOTIFY "locks.py" 330 "notify" "raise RuntimeError('cannot notify on un-acquired lock')" "";
    NOTIFY_ALL "locks.py" 349 "notify_all" "self.notify(len(self._waiters))" "~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^";
    NOTIFY_WAKES "locks.py" 341 "_notify" "fut.set_result(False)" "~~~~~~~~~~~~~~^^^^^^^";
    NOTIFIES "locks.py" 331 "notify" "self._notify(n)" "~~~~~~~~~~~~^^^";
    CONDITION_NOTIFIES "locks.py" 300 "wait" "self._notify(1)" "~~~~~~~~~~~~^^^";
    SEMAPHORE_COMPARES "locks.py" 368 "__init__" "if value < 0:" "   ^^^^^^^^^";
    SEMAPHORE_VALUE "locks.py" 369 "__init__" "raise ValueError(\"Semaphore initial value must be >= 0\")" "";
    BOUNDED_VALUE "locks.py" 460 "__init__" "super().__init__(value)" "~~~~~~~~~~~~~~~~^^^^^^^";
    SEMAPHORE_ACQUIRE "locks.py" 407 "acquire" "await fut" "";
    SEMAPHORE_LOOP "locks.py" 402 "acquire" "fut = self._get_loop().create_future()" "      ~~~~~~~~~~~~~~^^";
    SEMAPHORE_RELEASE "locks.py" 464 "release" "raise ValueError('BoundedSemaphore released too many times')" "";
    SEMAPHORE_WAKES "locks.py" 445 "_wake_up_next" "fut.set_result(True)" "~~~~~~~~~~~~~~^^^^^^";
    SEMAPHORE_RELEASES "locks.py" 435 "release" "self._wake_up_next()" "~~~~~~~~~~~~~~~~~~^^";
    BOUNDED_RELEASES "locks.py" 465 "release" "super().release()" "~~~~~~~~~~~~~~~^^";
    BARRIER_COMPARES "locks.py" 487 "__init__" "if parties < 1:" "   ^^^^^^^^^^^";
    BARRIER_PARTIES "locks.py" 488 "__init__" "raise ValueError('parties must be > 0')" "";
    BARRIER_AENTER "locks.py" 506 "__aenter__" "return await self.wait()" "       ^^^^^^^^^^^^^^^^^";
    BARRIER_BLOCKS "locks.py" 519 "wait" "await self._block() # Block while the barrier drains or resets." "^^^^^^^^^^^^^^^^^^^";
    BARRIER_ABORTED "locks.py" 548 "_block" "raise exceptions.BrokenBarrierError(\"Barrier aborted\")" "";
    BARRIER_WAITS "locks.py" 527 "wait" "await self._wait()" "";
    BARRIER_FILLS "locks.py" 564 "_wait" "await self._cond.wait_for(lambda: self._state is not _BarrierState.FILLING)" "";
    BARRIER_BROKEN "locks.py" 567 "_wait" "raise exceptions.BrokenBarrierError(\"Abort or reset of barrier\")" "";
    QUEUE_PUT "queues.py" 139 "put" "await putter" "";
    QUEUE_PUT_LOOP "queues.py" 136 "put" "putter = self._get_loop().create_future()" "         ~~~~~~~~~~~~~~^^";
    QUEUE_PUTS "queues.py" 154 "put" "return self.put_nowait(item)" "       ~~~~~~~~~~~~~~~^^^^^^";
    QUEUE_COMPARES "queues.py" 120 "full" "if self._maxsize <= 0:" "   ^^^^^^^^^^^^^^^^^^";
    QUEUE_PUT_ASKS "queues.py" 133 "put" "while self.full():" "      ~~~~~~~~~^^";
    QUEUE_PUT_NOW_ASKS "queues.py" 165 "put_nowait" "if self.full():" "   ~~~~~~~~~^^";
    QUEUE_PUT_SHUT "queues.py" 164 "put_nowait" "raise QueueShutDown" "";
    QUEUE_FULL "queues.py" 166 "put_nowait" "raise QueueFull" "";
    QUEUE_GET_SHUT "queues.py" 182 "get" "raise QueueShutDown" "";
    QUEUE_GET "queues.py" 186 "get" "await getter" "";
    QUEUE_GET_LOOP "queues.py" 183 "get" "getter = self._get_loop().create_future()" "         ~~~~~~~~~~~~~~^^";
    QUEUE_GET_NOW_SHUT "queues.py" 213 "get_nowait" "raise QueueShutDown" "";
    QUEUE_EMPTY "queues.py" 214 "get_nowait" "raise QueueEmpty" "";
    QUEUE_TASK_DONE "queues.py" 237 "task_done" "raise ValueError('task_done() called too many times')" "";
    QUEUE_FINISHES "queues.py" 240 "task_done" "self._finished.set()" "~~~~~~~~~~~~~~~~~~^^";
    QUEUE_WAKES "queues.py" 76 "_wakeup_next" "waiter.set_result(None)" "~~~~~~~~~~~~~~~~~^^^^^^";
    QUEUE_PUT_WAKES "queues.py" 170 "put_nowait" "self._wakeup_next(self._getters)" "~~~~~~~~~~~~~~~~~^^^^^^^^^^^^^^^";
    QUEUE_GET_WAKES "queues.py" 216 "get_nowait" "self._wakeup_next(self._putters)" "~~~~~~~~~~~~~~~~~^^^^^^^^^^^^^^^";
    QUEUE_PUT_CANCELS "queues.py" 141 "put" "putter.cancel()  # Just in case putter is not done yet." "~~~~~~~~~~~~~^^";
    QUEUE_GETS "queues.py" 201 "get" "return self.get_nowait()" "       ~~~~~~~~~~~~~~~^^";
    QUEUE_GET_CANCELS "queues.py" 188 "get" "getter.cancel()  # Just in case getter is not done yet." "~~~~~~~~~~~~~^^";
    QUEUE_HEAP_PUTS "queues.py" 292 "_put" "heappush(self._queue, item)" "~~~~~~~~^^^^^^^^^^^^^^^^^^^";
    QUEUE_PUT_ORDERS "queues.py" 167 "put_nowait" "self._put(item)" "~~~~~~~~~^^^^^^";
    QUEUE_HEAP_GETS "queues.py" 295 "_get" "return heappop(self._queue)" "";
    QUEUE_GET_ORDERS "queues.py" 215 "get_nowait" "item = self._get()" "";
    QUEUE_SHUT_ORDERS "queues.py" 266 "shutdown" "self._get()" "~~~~~~~~~^^";
    QUEUE_JOIN "queues.py" 251 "join" "await self._finished.wait()" "";
    SLEEP_COMPARES "tasks.py" 705 "sleep" "if delay <= 0:" "   ^^^^^^^^^^";
    SLEEP_NAN "tasks.py" 710 "sleep" "raise ValueError(\"Invalid delay: NaN (not a number)\")" "";
    SLEEP_LOOP "tasks.py" 712 "sleep" "loop = events.get_running_loop()" "";
    SLEEP "tasks.py" 718 "sleep" "return await future" "       ^^^^^^^^^^^^";
    SLEEP0 "tasks.py" 706 "sleep" "await __sleep0()" "";
    SLEEP0_YIELD "tasks.py" 700 "__sleep0" "yield" "";
    WAITS "tasks.py" 537 "_wait" "await waiter" "";
    WAIT_FOR "tasks.py" 507 "wait_for" "return await fut" "       ^^^^^^^^^";
    WAIT_FOR_TIMEOUT "tasks.py" 506 "wait_for" "async with timeouts.timeout(timeout):" "           ~~~~~~~~~~~~~~~~^^^^^^^^^";
    WAIT_FOR_CANCELS "tasks.py" 500 "wait_for" "await _cancel_and_wait(fut)" "";
    CANCEL_AND_WAIT "tasks.py" 565 "_cancel_and_wait" "await waiter" "";
    WAIT_FOR_DONE "tasks.py" 498 "wait_for" "return fut.result()" "       ~~~~~~~~~~^^";
    WAIT_FOR_RESULT "tasks.py" 502 "wait_for" "return fut.result()" "       ~~~~~~~~~~^^";
    WAIT_FOR_LATE "tasks.py" 504 "wait_for" "raise TimeoutError from exc" "";
    WAIT_FOR_COMPARES "tasks.py" 494 "wait_for" "if timeout is not None and timeout <= 0:" "                           ^^^^^^^^^^^^";
    TIMEOUT_ADDS "timeouts.py" 162 "timeout" "return Timeout(loop.time() + delay if delay is not None else None)" "               ~~~~~~~~~~~~^~~~~~~";
    TIMEOUT_COMPARES "timeouts.py" 68 "reschedule" "if when <= loop.time():" "   ^^^^^^^^^^^^^^^^^^^";
    TIMEOUT_ENTER "timeouts.py" 94 "__aenter__" "self.reschedule(self._when)" "~~~~~~~~~~~~~~~^^^^^^^^^^^^";
    TIMEOUT_EXIT "timeouts.py" 116 "__aexit__" "raise TimeoutError from exc_val" "";
    COMPLETED_NEXT "tasks.py" 603 "__anext__" "return await self._wait_for_one()" "       ^^^^^^^^^^^^^^^^^^^^^^^^^^";
    COMPLETED_END "tasks.py" 600 "__anext__" "raise StopAsyncIteration" "";
    COMPLETED_WAIT "tasks.py" 630 "_wait_for_one" "f = await self._done.get()" "    ^^^^^^^^^^^^^^^^^^^^^^";
    COMPLETED_TIMEOUT "tasks.py" 633 "_wait_for_one" "raise exceptions.TimeoutError" "";
    COMPLETED_RESULT "tasks.py" 634 "_wait_for_one" "return f.result() if resolve else f" "       ~~~~~~~~^^";
    GROUP_WAITS "taskgroups.py" 106 "__aexit__" "await self._on_completed_fut" "";
    GROUP_EXITS "taskgroups.py" 125 "__aexit__" "raise self._base_error" "";
    GROUP_CANCELLED "taskgroups.py" 137 "__aexit__" "raise propagate_cancellation_error" "";
    GROUP_ERRORS "taskgroups.py" 154 "__aexit__" "raise me from None" "";
    GROUP_FORGETS "taskgroups.py" 156 "__aexit__" "self._errors = None" "";
    GROUP_CANCELS "taskgroups.py" 200 "_abort" "t.cancel()" "~~~~~~~~^^";
    GROUP_ABORTS "taskgroups.py" 95 "__aexit__" "self._abort()" "~~~~~~~~~~~^^";
}

pub(crate) const JOB_LET_GO: &LibraryLine = &LibraryLine {
    file: "concurrent/futures/thread.py",
    line: 94,
    function: "_worker",
    text: "del work_item",
    marks: "",
};

type Lines = &'static [&'static LibraryLine];

/// The frames between what a loop in debug mode runs and who runs that loop, the innermost first.
pub(crate) fn driving(is_until_complete: bool) -> Lines {
    if is_until_complete {
        &[HANDLE_RUN, RUN_ONCE_IN_DEBUG, RUN_FOREVER, RUN_UNTIL]
    } else {
        &[HANDLE_RUN, RUN_ONCE_IN_DEBUG, RUN_FOREVER]
    }
}

/// What CPython has in place of one of the library's coroutines.
pub(crate) struct Known {
    pub(crate) qualname: &'static str,
    /// Under `/usr/lib/python3.13/asyncio/`.
    pub(crate) file: &'static str,
    pub(crate) defined: &'static LibraryLine,
    /// Where it stands while it waits, innermost frame first.
    pub(crate) waits: Lines,
    /// Where it raises an exception that did not come in; for one that did, and is raised anew.
    raises: fn(&Exception, came_in: bool) -> Lines,
    /// Where it was told that a loop is closed, while it dealt with what was thrown into it or at its own work.
    refused: fn(thrown: bool) -> Lines,
    /// Where it stands while it compares items of a queue.
    compares: Lines,
}

fn nowhere(_: &Exception, _: bool) -> Lines {
    &[]
}

fn never(_: bool) -> Lines {
    &[]
}

/// What follows the last dot.
const fn unqualified(name: &'static str) -> &'static str {
    let mut at = name.len();
    while at > 0 && name.as_bytes()[at - 1] != b'.' {
        at -= 1;
    }
    name.split_at(at).1
}

macro_rules! known {
    (@refused) => { never };
    (@refused $refused:expr) => { $refused };
    ($($name:ident $qualname:literal $file:literal $first:literal $($definition:literal)? [$($waits:ident)*] $raises:expr $(, refused $refused:expr)? $(, compares [$($compares:ident)*])?;)*) => {
        $(pub(crate) static $name: Known = Known {
            qualname: $qualname,
            file: $file,
            defined: &LibraryLine {
                file: concat!("asyncio/", $file),
                line: $first,
                function: unqualified($qualname),
                text: concat!($($definition)?),
                marks: "",
            },
            waits: &[$(self::$waits),*],
            raises: $raises,
            refused: known!(@refused $($refused)?),
            compares: &[$($(self::$compares),*)?],
        };)*
    };
}

known! {
    SLEEPING "sleep" "tasks.py" 703 "async def sleep(delay, result=None):" [SLEEP] |error, _| match () {
        () if error.is_a(&types().value_error) => &[SLEEP_NAN],
        () if error.is_a(&types().type_error) => &[SLEEP_COMPARES],
        () if is_saying(error, "no running event loop") => &[SLEEP_LOOP],
        () => &[],
    };
    YIELDING "sleep" "tasks.py" 703 "async def sleep(delay, result=None):" [SLEEP0_YIELD SLEEP0] nowhere;
    WAITING "_wait" "tasks.py" 509 "async def _wait(fs, timeout, return_when, loop):" [WAITS] nowhere;
    WAITING_FOR "wait_for" "tasks.py" 459 "async def wait_for(fut, timeout):" [WAIT_FOR] |error, came_in| match () {
        () if came_in => &[],
        () if error.is_a(&types().timeout_error) && error.state().cause.borrow().is_some() => {
            &[TIMEOUT_EXIT, WAIT_FOR_TIMEOUT]
        }
        () => &[WAIT_FOR],
    };
    IMPATIENT "wait_for" "tasks.py" 459 "async def wait_for(fut, timeout):" [] nowhere;
    CANCELLING "wait_for" "tasks.py" 459 "async def wait_for(fut, timeout):" [CANCEL_AND_WAIT WAIT_FOR_CANCELS] |error, came_in| match () {
        () if came_in => &[],
        () if is_late(error) => &[WAIT_FOR_LATE],
        () => &[WAIT_FOR_RESULT],
    };
    NEXT_RESULT "_AsCompletedIterator._wait_for_one" "tasks.py" 626 "async def _wait_for_one(self, resolve=False):" [QUEUE_GET COMPLETED_WAIT] completed, refused |_| &[QUEUE_GET_CANCELS, COMPLETED_WAIT];
    NEXT_FUTURE "_AsCompletedIterator.__anext__" "tasks.py" 598 "async def __anext__(self):" [QUEUE_GET COMPLETED_WAIT COMPLETED_NEXT]
        |error, came_in| match () {
            () if came_in => &[],
            () if error.is_a(&types().timeout_error) => &[COMPLETED_TIMEOUT, COMPLETED_NEXT],
            () => &[COMPLETED_END],
        }, refused |_| &[QUEUE_GET_CANCELS, COMPLETED_WAIT, COMPLETED_NEXT];
    LOCK_ACQUIRE "Lock.acquire" "locks.py" 90 "async def acquire(self):" [ACQUIRE] |_, came_in| other_loop(came_in, &[OTHER_LOOP, ACQUIRE_LOOP]);
    LOCK_ENTER "_ContextManagerMixin.__aenter__" "locks.py" 13 "async def __aenter__(self):" [ACQUIRE AENTER]
        |_, came_in| other_loop(came_in, &[OTHER_LOOP, ACQUIRE_LOOP, AENTER]);
    SEMAPHORE_ACQUIRING "Semaphore.acquire" "locks.py" 386 "async def acquire(self):" [SEMAPHORE_ACQUIRE]
        |_, came_in| other_loop(came_in, &[OTHER_LOOP, SEMAPHORE_LOOP]);
    SEMAPHORE_ENTER "_ContextManagerMixin.__aenter__" "locks.py" 13 "async def __aenter__(self):" [SEMAPHORE_ACQUIRE AENTER]
        |_, came_in| other_loop(came_in, &[OTHER_LOOP, SEMAPHORE_LOOP, AENTER]);
    EVENT_WAITING "Event.wait" "locks.py" 200 "async def wait(self):" [EVENT_WAIT] |_, came_in| other_loop(came_in, &[OTHER_LOOP, EVENT_LOOP]);
    CONDITION_WAITING "Condition.wait" "locks.py" 248 "async def wait(self):" [CONDITION_WAIT] condition, refused |_| &[NOTIFY_WAKES, CONDITION_NOTIFIES];
    BARRIER_WAITING "Barrier.wait" "locks.py" 511 "async def wait(self):" [CONDITION_WAIT CONDITION_WAIT_FOR BARRIER_FILLS BARRIER_WAITS] barrier, refused |_| &[NOTIFY_WAKES, CONDITION_NOTIFIES, CONDITION_WAIT_FOR, BARRIER_FILLS, BARRIER_WAITS];
    BARRIER_ENTER "Barrier.__aenter__" "locks.py" 503 "async def __aenter__(self):" [CONDITION_WAIT CONDITION_WAIT_FOR BARRIER_FILLS BARRIER_WAITS BARRIER_AENTER]
        |error, came_in| match (came_in, aborted(error)) {
            (true, _) => &[],
            (_, true) => &[BARRIER_ABORTED, BARRIER_BLOCKS, BARRIER_AENTER],
            (_, false) => &[BARRIER_BROKEN, BARRIER_WAITS, BARRIER_AENTER],
        }, refused |_| &[NOTIFY_WAKES, CONDITION_NOTIFIES, CONDITION_WAIT_FOR, BARRIER_FILLS, BARRIER_WAITS, BARRIER_AENTER];
    BARRIER_RESET "Barrier.reset" "locks.py" 577 "async def reset(self):" [ACQUIRE AENTER] nowhere;
    BARRIER_ABORT "Barrier.abort" "locks.py" 592 "async def abort(self):" [ACQUIRE AENTER] nowhere;
    LEAVING_LOCK "_ContextManagerMixin.__aexit__" "locks.py" 19 "async def __aexit__(self, exc_type, exc, tb):" [] |_, _| &[LOCK_RELEASE, AEXIT],
        refused |_| &[LOCK_WAKES, LOCK_RELEASES, AEXIT];
    LEAVING_SEMAPHORE "_ContextManagerMixin.__aexit__" "locks.py" 19 "async def __aexit__(self, exc_type, exc, tb):" [] nowhere,
        refused |_| &[SEMAPHORE_WAKES, SEMAPHORE_RELEASES, AEXIT];
    LEAVING_BOUNDED "_ContextManagerMixin.__aexit__" "locks.py" 19 "async def __aexit__(self, exc_type, exc, tb):" [] |_, _| &[SEMAPHORE_RELEASE, AEXIT],
        refused |_| &[SEMAPHORE_WAKES, SEMAPHORE_RELEASES, BOUNDED_RELEASES, AEXIT];
    PUTTING "Queue.put" "queues.py" 125 "async def put(self, item):" [QUEUE_PUT] |error, came_in| match () {
        () if came_in => &[],
        () if error.is_a(&types().queue_shut_down) => &[QUEUE_PUT_SHUT, QUEUE_PUTS],
        () => &[OTHER_LOOP, QUEUE_PUT_LOOP],
    }, refused |thrown| if thrown { &[QUEUE_PUT_CANCELS] } else { &[QUEUE_WAKES, QUEUE_PUT_WAKES, QUEUE_PUTS] },
        compares [QUEUE_HEAP_PUTS QUEUE_PUT_ORDERS QUEUE_PUTS];
    PUTTING_STRANGELY "Queue.put" "queues.py" 125 "async def put(self, item):" [] nowhere;
    GETTING "Queue.get" "queues.py" 172 "async def get(self):" [QUEUE_GET] |error, came_in| match () {
        () if came_in => &[],
        () if error.is_a(&types().queue_shut_down) => &[QUEUE_GET_SHUT],
        () => &[OTHER_LOOP, QUEUE_GET_LOOP],
    }, refused |thrown| if thrown { &[QUEUE_GET_CANCELS] } else { &[QUEUE_WAKES, QUEUE_GET_WAKES, QUEUE_GETS] },
        compares [QUEUE_HEAP_GETS QUEUE_GET_ORDERS QUEUE_GETS];
    PUTTING_NOW "Queue.put_nowait" "queues.py" 158 [] |error, came_in| match () {
        () if came_in => &[],
        () if error.is_a(&types().queue_full) => &[QUEUE_FULL],
        () => &[QUEUE_PUT_SHUT],
    }, refused |_| &[QUEUE_WAKES, QUEUE_PUT_WAKES], compares [QUEUE_HEAP_PUTS QUEUE_PUT_ORDERS];
    GETTING_NOW "Queue.get_nowait" "queues.py" 205 [] |error, came_in| match () {
        () if came_in => &[],
        () if error.is_a(&types().queue_empty) => &[QUEUE_EMPTY],
        () => &[QUEUE_GET_NOW_SHUT],
    }, refused |_| &[QUEUE_WAKES, QUEUE_GET_WAKES], compares [QUEUE_HEAP_GETS QUEUE_GET_ORDERS];
    SHUTTING_DOWN "Queue.shutdown" "queues.py" 253 [] nowhere, compares [QUEUE_HEAP_GETS QUEUE_SHUT_ORDERS];
    JOINING "Queue.join" "queues.py" 242 "async def join(self):" [EVENT_WAIT QUEUE_JOIN] |_, came_in| other_loop(came_in, &[OTHER_LOOP, EVENT_LOOP]);
    GROUP_LEAVING "TaskGroup.__aexit__" "taskgroups.py" 68 "async def __aexit__(self, et, exc, tb):" [GROUP_WAITS] |error, _| match () {
        () if error.is_a(&types().cancelled_error) => &[GROUP_CANCELLED],
        () if error.is_a(&types().base_exception_group) => &[GROUP_ERRORS],
        () => &[GROUP_EXITS],
    }, refused |_| &[GROUP_CANCELS, GROUP_ABORTS];
    RUNNING_UNTIL "run_until_complete" "base_events.py" 685 [] run_until;
    RUNNING_FOREVER "run_forever" "base_events.py" 674 [] |error, _| match () {
        () if exits(error) => &[RUN_FOREVER],
        () if is_saying(error, "Event loop is closed") => &[CHECK_CLOSED, RUN_FOREVER_CLOSED, RUN_FOREVER_BEGIN],
        () => &[CHECK_RUNNING, RUN_FOREVER_SETUP, RUN_FOREVER_BEGIN],
    };
}

/// `wait_for` has made it just now, of the cancellation of what it was given: no failure of that.
fn is_late(error: &Exception) -> bool {
    error.is_a(&types().timeout_error)
        && error.state().traceback.borrow().is_none()
        && error.raised_from().is_some_and(|cause| cause.is_a(&types().cancelled_error))
}

fn completed(error: &Exception, came_in: bool) -> Lines {
    match () {
        () if came_in => &[],
        () if error.is_a(&types().timeout_error) && error.state().traceback.borrow().is_none() => {
            &[COMPLETED_TIMEOUT]
        }
        () => &[COMPLETED_RESULT],
    }
}

fn other_loop(came_in: bool, lines: Lines) -> Lines {
    if came_in { &[] } else { lines }
}

fn condition(error: &Exception, came_in: bool) -> Lines {
    match () {
        () if came_in => &[],
        () if is_saying(error, "cannot wait on un-acquired lock") => &[CONDITION_UNLOCKED],
        () => &[OTHER_LOOP, CONDITION_LOOP],
    }
}

fn aborted(error: &Exception) -> bool {
    is_saying(error, "Barrier aborted")
}

fn barrier(error: &Exception, came_in: bool) -> Lines {
    match (came_in, aborted(error)) {
        (true, _) => &[],
        (_, true) => &[BARRIER_ABORTED, BARRIER_BLOCKS],
        (_, false) => &[BARRIER_BROKEN, BARRIER_WAITS],
    }
}

/// What callbacks raise through the loop.
fn exits(error: &Exception) -> bool {
    error.is_a(&types().system_exit) || error.is_a(&types().keyboard_interrupt)
}

fn run_until(error: &Exception, came_in: bool) -> Lines {
    match () {
        () if came_in && exits(error) => &[RUN_FOREVER, RUN_UNTIL],
        () if came_in && is_saying(error, "Event loop stopped before Future completed.") => &[RUN_STOPPED],
        () if came_in => &[RUN_RESULT],
        () if is_saying(error, "Event loop is closed") => &[CHECK_CLOSED, RUN_CLOSED],
        () => &[CHECK_RUNNING, RUN_RUNNING],
    }
}

fn is_saying(error: &Exception, text: &str) -> bool {
    matches!(error.args().first(), Some(Value::Str(said)) if said == text)
}

/// The exception passes these lines, innermost first.
pub(crate) fn passes(exception: &Exception, lines: Lines) {
    for line in lines {
        exception.passes(Place::Library(line));
    }
}

/// Where a frame stands that an exception has left by this line: what cleans up after it comes later.
pub(crate) fn left_at(line: &'static LibraryLine) -> &'static LibraryLine {
    if line == GROUP_ERRORS { GROUP_FORGETS } else { line }
}

/// What the first of the lines says that begin at this one of that file's.
pub(crate) fn text_at(file: &str, number: u32) -> Option<&'static str> {
    let line = ALL.iter().chain([&JOB_LET_GO]).find(|line| line.line == number && line.file == file)?;
    line.text.lines().next()
}

/// A line as a place for warnings: file, line, globals.
pub(crate) fn place(vm: &Vm, line: &LibraryLine) -> Value {
    let globals = match vm.modules.get_name("asyncio.events") {
        Some(Value::Module(module)) => module.namespace.clone(),
        _ => Default::default(),
    };
    let file = Value::string(format!("{}{}", crate::traceback::lines::LIBRARY, line.file));
    Value::tuple(vec![file, Value::int(i64::from(line.line)), Value::Dict(globals)])
}

/// Does what may end futures. If a closed loop refuses to call somebody then, that is an error at these lines.
pub(crate) fn heeding<T>(
    machine: &mut Loop,
    lines: Lines,
    act: impl FnOnce(&mut Loop) -> T,
) -> Result<T, Exception> {
    machine.heed_closed_loops(act).map_err(|closed| at(closed, lines))
}

/// An exception that is raised at these lines.
pub(crate) fn at(exception: Exception, lines: Lines) -> Exception {
    passes(&exception, lines);
    exception
}

thread_local! {
    static NAMES: RefCell<Vec<(&'static str, Str, Str)>> = const { RefCell::new(Vec::new()) };
}

impl Known {
    /// Its name and qualified name.
    pub(crate) fn names(&self) -> (Str, Str) {
        NAMES.with(|names| {
            let mut names = names.borrow_mut();
            let here = names.iter().find(|(known, ..)| std::ptr::eq(*known, self.qualname));
            if let Some((_, name, qualname)) = here {
                return (name.clone(), qualname.clone());
            }
            let short = self.qualname.rsplit('.').next().unwrap_or(self.qualname);
            let (name, qualname) = (intern(short), intern(self.qualname));
            names.push((self.qualname, name.clone(), qualname.clone()));
            (name, qualname)
        })
    }

    /// A closed loop has refused to call whom this was about to wake or to cancel.
    pub(crate) fn is_refused(&self, closed: &Exception, thrown: bool) {
        passes(closed, (self.refused)(thrown));
    }

    /// Where it stands: while it waits, and before it has begun or when it has ended.
    pub(crate) fn place(&self, waits: bool) -> &'static LibraryLine {
        self.waits.last().copied().filter(|_| waits).unwrap_or(self.defined)
    }
}

/// A coroutine of the library that shows in tracebacks.
pub(crate) struct Shown<C> {
    pub(super) known: &'static Known,
    begun: bool,
    /// It has asked which of two items is less, and was not told yet.
    compares: bool,
    coroutine: C,
    /// The traceback that a group was left with: its frame has that in a variable.
    left_with: Value,
    /// What it has said that it waits for.
    awaits: Option<WeakFuture<Vm>>,
}

impl<C> Shown<C> {
    pub(crate) fn new(known: &'static Known, coroutine: C) -> Self {
        Self { known, begun: false, compares: false, coroutine, left_with: Value::None, awaits: None }
    }

    pub(crate) fn left_with(self, traceback: Value) -> Self {
        Self { left_with: traceback, ..self }
    }
}

impl<C: Coroutine<Vm>> Shown<C> {
    /// What it waits for, if that is not done and who resumes it has no exception for it: a second task, or code that
    /// does so by hand.
    fn unfinished(&self, input: &Input<Vm>) -> Option<Future<Vm>> {
        let awaited = self.awaits.as_ref().filter(|_| matches!(input, Input::Value(_)))?.upgrade()?;
        (!awaited.is_done()).then_some(awaited)
    }

    /// Where it raises an exception.
    fn lines(&self, exception: &Exception, came_in: bool) -> Lines {
        let is_its = |held: &Held<Vm>| match held {
            Held::Future(future) => future.peek_exception().is_some_and(|failure| failure.is(exception)),
            Held::Completions(_) | Held::Refused(_) => false,
        };
        // A timeout that the awaited future had failed with before is none of this one's.
        let is_handed_on =
            std::ptr::eq(self.known, &WAITING_FOR) && !came_in && self.coroutine.holds().iter().any(is_its);
        if is_handed_on { self.known.waits } else { (self.known.raises)(exception, came_in) }
    }

    /// The coroutine has ended, and an exception that has passed it keeps what CPython's frame has in its variables.
    fn keep(&self, exception: &Exception) {
        self.coroutine.holds().into_iter().for_each(|held| exception.keeps(held));
    }

    /// The same for one that has left by these lines, which may be those of other frames, too.
    fn keep_leaving(&self, machine: &Loop, exception: &Exception, lines: Lines) {
        self.keep(exception);
        let task = machine.running_loop().and_then(|home| machine.current_task(home));
        let in_group = std::ptr::eq(self.known, &GROUP_LEAVING);
        if in_group {
            exception.keeps_value(exception.value());
            exception.keeps_value(self.left_with.clone());
        }
        let by_timeout = lines.contains(&TIMEOUT_EXIT);
        if (by_timeout || in_group)
            && let Some(task) = task
        {
            exception.keeps(Held::Future(task.future().clone()));
        }
    }
}

impl<C: Coroutine<Vm>> Coroutine<Vm> for Shown<C> {
    fn resume(&mut self, machine: &mut Loop, input: Input<Vm>) -> Step<Vm> {
        let is_kept =
            |awaited: &Future<Vm>| awaited.face().object().is_some_and(|object| is_with_the_program(&object));
        let input = match self.unfinished(&input) {
            Some(awaited) if is_kept(&awaited) => {
                Input::Throw(runtime_error("await wasn't used with future"))
            }
            Some(awaited) => return Step::Await(awaited),
            None => input,
        };
        let thrown = match &input {
            Input::Throw(exception) => Some(exception.clone()),
            _ => None,
        };
        let has_begun = mem::replace(&mut self.begun, true);
        let is_unborn = !has_begun && thrown.is_some();
        let passing = thrown.clone().filter(|_| has_begun);
        if let Some(exception) = &passing {
            passes(exception, if self.compares { self.known.compares } else { self.known.waits });
        }
        let step = self.coroutine.resume(machine, input);
        self.compares = matches!(step, Step::IsLess(..));
        self.awaits = if let Step::Await(future) = &step { Some(future.downgrade()) } else { None };
        if let Step::Raise(exception) = &step {
            let came_in = thrown.is_some_and(|thrown| thrown.is(exception));
            // What is thrown into one that has not begun is raised where it is defined.
            let unborn = std::slice::from_ref(&self.known.defined);
            let lines = match () {
                () if is_unborn => unborn,
                // Without patience, it has asked at once.
                () if !has_begun && std::ptr::eq(self.known, &CANCELLING) => &[WAIT_FOR_DONE],
                () => self.lines(exception, came_in),
            };
            // Whose patience was over before it began asks the cancelled one for its result.
            if std::ptr::eq(self.known, &CANCELLING)
                && let Some(cancelled) = exception.raised_from().filter(|_| !came_in && is_late(exception))
            {
                passes(&cancelled, &[WAIT_FOR_RESULT]);
            }
            passes(exception, lines);
            self.keep_leaving(machine, exception, lines);
            if let Some(other) = passing.filter(|_| !came_in) {
                self.keep(&other);
            }
        }
        step
    }

    fn close(&mut self, machine: &mut Loop) {
        self.coroutine.close(machine);
    }
}
