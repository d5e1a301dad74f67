//! `Queue.shutdown`: what it refuses, whom it wakes, and what it throws away.

use expect_test::expect;

use crate::schedule;

#[test]
fn shutting_down_lets_the_rest_be_taken_and_then_refuses() {
    schedule(
        "
        q = Queue()

        main:
            q.put_nowait(1)
            q.shutdown()
            try:
                q.put_nowait(2)
            except QueueShutDown as e:
                print no put {e}
            x = await q.get()
            print {x}
            try:
                x = await q.get()
            except QueueShutDown as e:
                print no get {e}
            try:
                x = q.get_nowait()
            except QueueShutDown as e:
                print no get {e}
        ",
        expect![[r#"
            0.000  main  no put QueueShutDown()
            0.000  main  1
            0.000  main  no get QueueShutDown()
            0.000  main  no get QueueShutDown()
            0.000  done
        "#]],
    );
}

#[test]
fn shutting_down_wakes_those_who_wait_for_items() {
    schedule(
        "
        q = Queue()

        main:
            spawn a, b
            await sleep(1)
            q.shutdown()
            await gather(a, b)

        a, b:
            try:
                x = await q.get()
            except QueueShutDown as e:
                print {e}
        ",
        expect![[r#"
            1.000  a  QueueShutDown()
            1.000  b  QueueShutDown()
            1.000  done
        "#]],
    );
}

#[test]
fn shutting_down_wakes_those_who_wait_for_room() {
    schedule(
        "
        q = Queue(1)

        main:
            q.put_nowait(0)
            spawn a, b
            await sleep(1)
            q.shutdown()
            await gather(a, b)
            print {q.qsize()}

        a, b:
            try:
                await q.put(1)
            except QueueShutDown as e:
                print {e}
        ",
        expect![[r#"
            1.000  a  QueueShutDown()
            1.000  b  QueueShutDown()
            1.000  main  1
            1.000  done
        "#]],
    );
}

#[test]
fn shutting_down_at_once_throws_the_items_away_and_wakes_who_joins() {
    schedule(
        "
        q = Queue()

        main:
            q.put_nowait(1)
            q.put_nowait(2)
            spawn j
            await sleep(1)
            q.shutdown(True)
            print {q.qsize()}
            await j
            try:
                x = q.get_nowait()
            except QueueShutDown as e:
                print {e}

        j:
            await q.join()
            print joined
        ",
        expect![[r#"
            1.000  main  0
            1.000  j  joined
            1.000  main  QueueShutDown()
            1.000  done
        "#]],
    );
}

#[test]
fn shutting_down_at_once_while_work_is_being_done_lets_join_wait() {
    schedule(
        "
        q = Queue()

        main:
            spawn worker
            q.put_nowait(1)
            q.put_nowait(2)
            await sleep(1)
            q.shutdown(immediate=True)
            await q.join()
            print joined

        worker:
            x = await q.get()
            await sleep(3)
            print did {x}
            q.task_done()
        ",
        expect![[r#"
            3.000  worker  did 1
            3.000  main  joined
            3.000  done
        "#]],
    );
}

#[test]
fn a_put_that_waits_ends_by_the_shutdown_in_the_same_iteration_in_which_there_is_room() {
    schedule(
        "
        q = Queue(1)

        main:
            q.put_nowait(0)
            spawn a
            await sleep(1)
            x = q.get_nowait()
            q.shutdown()
            try:
                await a
            except QueueShutDown as e:
                print {e} {q.qsize()}

        a:
            await q.put(1)
            print never
        ",
        expect![[r#"
            1.000  main  QueueShutDown() 0
            1.000  done
        "#]],
    );
}

#[test]
fn a_heap_that_is_shut_down_at_once_is_emptied_item_by_item() {
    schedule(
        "
        queue = PriorityQueue()

        main:
            queue.put_nowait(3)
            queue.put_nowait(1)
            queue.put_nowait(4)
            queue.put_nowait(2)
            queue.put_nowait(5)
            print {queue.qsize()} in it, {level(queue)} unfinished
            queue.get_nowait()
            queue.shutdown(True)
            print {queue.qsize()} in it, {level(queue)} unfinished
            queue.task_done()
            await queue.join()
        ",
        expect![[r#"
            0.000  main  5 in it, 5 unfinished
            0.000  main  0 in it, 1 unfinished
            0.000  done
        "#]],
    );
}
