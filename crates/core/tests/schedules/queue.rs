//! `Queue` and its kin: who waits for items, for room, and for the end of work. Shutting down is in
//! `queue_shutdown`.

use expect_test::expect;

use crate::schedule;

#[test]
fn items_come_out_in_the_order_in_which_they_went_in() {
    schedule(
        "
        q = Queue()

        main:
            spawn consumer
            repeat 2:
                await q.put('one')
                await q.put('two')
                print put two
                await sleep(1)
            await consumer

        consumer:
            repeat 4:
                x = await q.get()
                print got {x}
        ",
        expect![[r#"
            0.000  main  put two
            0.000  consumer  got one
            0.000  consumer  got two
            1.000  main  put two
            1.000  consumer  got one
            1.000  consumer  got two
            2.000  done
        "#]],
    );
}

#[test]
fn put_into_a_queue_with_room_is_no_suspension() {
    schedule(
        "
        q = Queue()

        main:
            spawn a
            await q.put(1)
            x = await q.get()
            print {x} at once
            await a

        a:
            print has its turn
        ",
        expect![[r#"
            0.000  main  1 at once
            0.000  a  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn whoever_waits_longest_gets_the_first_item() {
    schedule(
        "
        q = Queue()

        main:
            spawn a, b
            await sleep(1)
            await q.put(1)
            await q.put(2)
            print put
            await gather(a, b)

        a, b:
            x = await q.get()
            print got {x}
        ",
        expect![[r#"
            1.000  main  put
            1.000  a  got 1
            1.000  b  got 2
            1.000  done
        "#]],
    );
}

#[test]
fn a_full_queue_makes_its_producers_wait() {
    schedule(
        "
        q = Queue(1)

        main:
            spawn a, b
            await sleep(1)
            repeat 2:
                x = await q.get()
                print got {x}
                await sleep(1)

        a, b:
            print puts
            await q.put('item')
            print has put
        ",
        expect![[r#"
            0.000  a  puts
            0.000  a  has put
            0.000  b  puts
            1.000  main  got item
            1.000  b  has put
            2.000  main  got item
            3.000  done
        "#]],
    );
}

#[test]
fn put_and_get_without_waiting() {
    schedule(
        "
        q = Queue(1)

        main:
            q.put_nowait(1)
            print {q.full()} {q.qsize()}
            try:
                q.put_nowait(2)
            except QueueFull as e:
                print {e}
            x = q.get_nowait()
            print {x} {q.empty()}
            try:
                x = q.get_nowait()
            except QueueEmpty as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  True 1
            0.000  main  QueueFull()
            0.000  main  1 True
            0.000  main  QueueEmpty()
            0.000  done
        "#]],
    );
}

#[test]
fn a_priority_queue_gives_the_least_first() {
    schedule(
        "
        q = PriorityQueue()

        main:
            q.put_nowait(5)
            q.put_nowait(1)
            q.put_nowait(4)
            await q.put(2)
            repeat 4:
                x = await q.get()
                print {x}
        ",
        expect![[r#"
            0.000  main  1
            0.000  main  2
            0.000  main  4
            0.000  main  5
            0.000  done
        "#]],
    );
}

#[test]
fn a_priority_queue_with_items_that_cannot_be_compared() {
    schedule(
        "
        q = PriorityQueue()

        main:
            q.put_nowait('text')
            try:
                q.put_nowait(1)
            except TypeError:
                print refused
            print {q.qsize()}
        ",
        expect![[r#"
            0.000  main  refused
            0.000  main  2
            0.000  done
        "#]],
    );
}

#[test]
fn a_lifo_queue_gives_the_last_first() {
    schedule(
        "
        q = LifoQueue()

        main:
            q.put_nowait(1)
            q.put_nowait(2)
            q.put_nowait(3)
            repeat 3:
                x = await q.get()
                print {x}
        ",
        expect![[r#"
            0.000  main  3
            0.000  main  2
            0.000  main  1
            0.000  done
        "#]],
    );
}

#[test]
fn join_waits_until_all_work_is_done() {
    schedule(
        "
        q = Queue()

        main:
            spawn worker
            repeat 3:
                q.put_nowait('work')
            await q.join()
            print all done
            worker.cancel()

        worker:
            while True:
                x = await q.get()
                await sleep(1)
                print did {x}
                q.task_done()
        ",
        expect![[r#"
            1.000  worker  did work
            2.000  worker  did work
            3.000  worker  did work
            3.000  main  all done
            3.000  done
        "#]],
    );
}

#[test]
fn join_on_a_queue_without_work_is_no_suspension() {
    schedule(
        "
        q = Queue()

        main:
            spawn a
            await q.join()
            print at once
            await a

        a:
            print has its turn
        ",
        expect![[r#"
            0.000  main  at once
            0.000  a  has its turn
            0.000  done
        "#]],
    );
}

#[test]
fn task_done_too_often_is_an_error() {
    schedule(
        "
        q = Queue()

        main:
            q.put_nowait(1)
            q.task_done()
            try:
                q.task_done()
            except ValueError as e:
                print {e}
        ",
        expect![[r#"
            0.000  main  ValueError(task_done() called too many times)
            0.000  done
        "#]],
    );
}

#[test]
fn a_join_that_was_woken_ends_although_new_work_has_come() {
    schedule(
        "
        q = Queue()

        main:
            q.put_nowait(1)
            spawn j
            await sleep(1)
            q.task_done()
            q.put_nowait(2)
            await j
            await q.get()
            print {q.qsize()}

        j:
            await q.join()
            print joined
        ",
        expect![[r#"
            1.000  j  joined
            1.000  main  1
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_waits_for_an_item() {
    schedule(
        "
        q = Queue()

        main:
            spawn a, b
            await sleep(1)
            a.cancel()
            await sleep(1)
            q.put_nowait(1)
            await b
            print {a.cancelled()}

        a, b:
            x = await q.get()
            print got {x}
        ",
        expect![[r#"
            2.000  b  got 1
            2.000  main  True
            2.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_was_woken_for_an_item_wakes_the_next() {
    schedule(
        "
        q = Queue()

        main:
            spawn a, b
            await sleep(1)
            q.put_nowait(1)
            a.cancel()
            await b
            print {a.cancelled()} {q.qsize()}

        a, b:
            x = await q.get()
            print got {x}
        ",
        expect![[r#"
            1.000  b  got 1
            1.000  main  True 0
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_was_woken_for_room_wakes_the_next() {
    schedule(
        "
        q = Queue(1)

        main:
            q.put_nowait(0)
            spawn a, b
            await sleep(1)
            x = q.get_nowait()
            a.cancel()
            await b
            print {a.cancelled()} {q.qsize()}

        a, b:
            await q.put(1)
            print has put
        ",
        expect![[r#"
            1.000  b  has put
            1.000  main  True 1
            1.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_waits_for_room() {
    schedule(
        "
        q = Queue(1)

        main:
            q.put_nowait(0)
            spawn a, b
            await sleep(1)
            a.cancel()
            await sleep(1)
            x = q.get_nowait()
            await b
            print {a.cancelled()}

        a, b:
            await q.put(1)
            print has put
        ",
        expect![[r#"
            2.000  b  has put
            2.000  main  True
            2.000  done
        "#]],
    );
}

#[test]
fn a_newcomer_can_take_the_item_for_which_another_was_woken() {
    schedule(
        "
        q = Queue()

        main:
            spawn a
            await sleep(1)
            q.put_nowait(1)
            x = q.get_nowait()
            print took {x}
            await sleep(1)
            q.put_nowait(2)
            await a

        a:
            x = await q.get()
            print got {x}
        ",
        expect![[r#"
            1.000  main  took 1
            2.000  a  got 2
            2.000  done
        "#]],
    );
}

#[test]
fn three_workers_share_the_work() {
    schedule(
        "
        q = Queue()

        main:
            for x in [3, 1, 2, 1, 3, 1]:
                q.put_nowait(x)
            spawn a, b, c
            await q.join()
            print all done
            a.cancel()
            b.cancel()
            c.cancel()

        a, b, c:
            while True:
                x = await q.get()
                print takes
                await sleep(1)
                q.task_done()
        ",
        expect![[r#"
            0.000  a  takes
            0.000  b  takes
            0.000  c  takes
            1.000  a  takes
            1.000  b  takes
            1.000  c  takes
            2.000  main  all done
            2.000  done
        "#]],
    );
}

#[test]
fn a_queue_within_a_time_limit() {
    schedule(
        "
        q = Queue()

        main:
            try:
                x = await wait_for(q.get(), 1)
            except TimeoutError:
                print nothing came
            q.put_nowait(1)
            x = await wait_for(q.get(), 1)
            print {x}
        ",
        expect![[r#"
            1.000  main  nothing came
            1.000  main  1
            1.000  done
        "#]],
    );
}

#[test]
fn a_queue_of_negative_size_has_no_end() {
    schedule(
        "
        q = Queue(-1)

        main:
            repeat 3:
                q.put_nowait(1)
            print {q.qsize()} {q.full()}
        ",
        expect![[r#"
            0.000  main  3 False
            0.000  done
        "#]],
    );
}

#[test]
fn a_newcomer_can_take_the_room_for_which_another_was_woken() {
    schedule(
        "
        q = Queue(1)

        main:
            q.put_nowait(0)
            spawn a
            await sleep(1)
            x = q.get_nowait()
            q.put_nowait('newcomer')
            await sleep(1)
            x = q.get_nowait()
            print {x}
            await a

        a:
            await q.put('a')
            print has put
        ",
        expect![[r#"
            2.000  main  newcomer
            2.000  a  has put
            2.000  done
        "#]],
    );
}

#[test]
fn cancelling_one_who_joins() {
    schedule(
        "
        q = Queue()

        main:
            q.put_nowait(1)
            spawn j
            await sleep(1)
            j.cancel()
            await sleep(1)
            print {j.cancelled()}

        j:
            await q.join()
        ",
        expect![[r#"
            2.000  main  True
            2.000  done
        "#]],
    );
}

#[test]
fn a_priority_queue_of_many() {
    schedule(
        "
        q = PriorityQueue()

        main:
            for x in [9, 4, 7, 1, 8, 3, 3, 6, 2, 5]:
                q.put_nowait(x)
            repeat 5:
                x = q.get_nowait()
                print {x}
            q.put_nowait(4)
            while not q.empty():
                x = q.get_nowait()
                print {x}
        ",
        expect![[r#"
            0.000  main  1
            0.000  main  2
            0.000  main  3
            0.000  main  3
            0.000  main  4
            0.000  main  4
            0.000  main  5
            0.000  main  6
            0.000  main  7
            0.000  main  8
            0.000  main  9
            0.000  done
        "#]],
    );
}
