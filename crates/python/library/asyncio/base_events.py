"""The loop's methods that call the program's code, or are rare."""
import _asyncio

from asyncio import events

__all__ = ('BaseEventLoop',)


class BaseEventLoop(_asyncio.Loop, events.AbstractEventLoop):
    _debug = False
    _exception_handler = _task_factory = _default_executor = None
    # Never changed, but replaced.
    _signal_handlers = {}
    _executor_shutdown_called = _asyncgens_shutdown_called = False
    slow_callback_duration = 0.1

    def __repr__(self):
        return (f'<{self.__class__.__name__} running={self.is_running()} closed={self.is_closed()} '
                f'debug={self.get_debug()}>')

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError('Event loop is closed')  #@ 552

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')  #@ 633
        if events._get_running_loop() is not None:
            raise RuntimeError(  #@ 635+
                'Cannot run the event loop while another loop is running')

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()  #@ 467
        from asyncio import tasks
        if self._task_factory is None:
            task = tasks.Task(coro, loop=self, name=name, context=context)  #@ 469
        else:
            if context is None:
                task = self._task_factory(self, coro)  #@ 475
            else:
                task = self._task_factory(self, coro, context=context)  #@ 477
            task.set_name(name)  #@ 479
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')  #@ 494
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def run_until_complete(self, future):
        self._check_closed()  #@ 696
        self._check_running()  #@ 697
        if not _asyncio.is_future(future):
            from asyncio import tasks
            future = tasks.ensure_future(future, loop=self)  #@ 700
            future._log_destroy_pending = False
        return self._run_until_complete(future)

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')  #@ 794
        if self._debug:
            self._check_call_at(callback)  #@ 795
        return self._call_later(delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")  #@ 807
        if self._debug:
            self._check_thread()  #@ 810
            self._check_callback(callback, 'call_at')  #@ 811
        return self._call_at(when, callback, *args, context=context)

    def _check_call_at(self, callback):
        self._check_thread()  #@ 810
        self._check_callback(callback, 'call_at')  #@ 811

    def _check_thread(self):
        if self.is_running() and events._get_running_loop() is not self:
            raise RuntimeError(  #@ 868+
                "Non-thread-safe operation invoked on an event loop other "
                "than the current one")

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")  #@ 740
        if self.is_closed():
            return
        for sig in self._signal_handlers:
            self.remove_signal_handler(sig)
        executor, self._default_executor = self._default_executor, None
        self._executor_shutdown_called = True
        self._close()
        if executor is not None:
            executor.shutdown(wait=False)

    def run_in_executor(self, executor, func, *args):
        self._check_closed()  #@ 884
        if executor is None:
            if self._executor_shutdown_called:
                raise RuntimeError('Executor shutdown has been called')  #@ 556
            executor = self._default_executor
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor
                executor = self._default_executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
        if self._debug:
            self._check_callback(func, 'run_in_executor')  #@ 886
        from asyncio import futures
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def _check_callback(self, callback, method):
        from asyncio import coroutines
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(  #@ 841+
                f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(  #@ 844+
                f'a callable object was expected by {method}(), '
                f'got {callback!r}')

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')  #@ 901
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        future = self.create_future()
        import threading
        thread = threading.Thread(target=self._do_shutdown, args=(future,))
        thread.start()
        try:
            await future  #@ 612
        finally:
            thread.join()

    def _do_shutdown(self, future):
        self._default_executor.shutdown(wait=True)
        if not self.is_closed():
            self.call_soon_threadsafe(lambda: future.done() or future.set_result(None))

    async def shutdown_asyncgens(self):
        self._asyncgens_shutdown_called = True
        generators = _asyncio.begun_generators(self)
        if not generators:
            return
        from asyncio import tasks
        results = await tasks.gather(*[generator.aclose() for generator in generators], return_exceptions=True)
        for result, generator in zip(results, generators):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous generator {generator!r}',
                    'exception': result, 'asyncgen': generator})

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, '  #@ 1806+
                            f'got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        lines = [context.get('message') or 'Unhandled exception in event loop']
        lines += [f'{key}: {_said(key, context[key])}' for key in sorted(context) if key not in ('message', 'exception')]
        exception = context.get('exception')
        raised = exception is not None and (type(exception), exception, exception.__traceback__)
        _logger().error('\n'.join(lines), exc_info=raised)

    def call_exception_handler(self, context):
        handler = self._exception_handler
        try:
            if handler is None:
                return self.default_exception_handler(context)
            from contextvars import copy_context
            ctx = copy_context()
            ctx.run(self._exception_handler, self, context)  #@ 1908
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if handler is None:
                _logger().error('Exception in default exception handler', exc_info=True)
                return
            if error.__context__ is None and 'handle' in context:
                error.__context__ = context['exception']
            try:
                self.default_exception_handler(
                    {'message': 'Unhandled error in exception handler', 'exception': error, 'context': context})
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                _logger().error('Exception in default exception handler while handling an unexpected error '
                                'in custom exception handler', exc_info=True)

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled
        _asyncio.set_debug(self, enabled)

    def _no_network(self, *args, **kwargs):
        from asyncio.streams import no_network
        no_network()

    async def _no_network_later(self, *args, **kwargs):
        self._no_network()

    create_connection = create_server = create_datagram_endpoint = create_unix_connection = _no_network_later
    create_unix_server = subprocess_exec = subprocess_shell = getaddrinfo = getnameinfo = _no_network_later
    sock_recv = sock_sendall = sock_connect = sock_accept = connect_read_pipe = connect_write_pipe = _no_network_later
    add_reader = remove_reader = add_writer = remove_writer = _no_network


def _logger():
    """What the module's `logger` is, which a program may have replaced."""
    return globals().get('logger') or __getattr__('logger')


def __getattr__(name):
    if name == 'logger':
        from asyncio.log import logger
        return logger
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def _said(key, value):
    if key != 'source_traceback':
        return repr(value)
    from traceback import format_list
    return 'Object created at (most recent call last):\n' + ''.join(format_list(value)).rstrip()


def _report(loop, context, culprit=None):
    if culprit is not None and culprit._source_traceback:
        context['source_traceback'] = culprit._source_traceback
    loop.call_exception_handler(context)


def create_task(loop, coro, name, context):
    # In debug mode tracebacks show its name: it is CPython's.
    if context is None:
        task = loop.create_task(coro, name=name)  #@ asyncio/tasks.py:410
    else:
        task = loop.create_task(coro, name=name, context=context)  #@ asyncio/tasks.py:412
    return task


class _Checked:
    """What debug mode does before it schedules something."""

    def call_soon(self, callback, *args, context=None):
        self._check_closed()  #@ 829
        self._check_thread()  #@ 831
        self._check_callback(callback, 'call_soon')  #@ 832
        return self._call_soon(callback, *args, context=context)

    def call_soon_threadsafe(self, callback, *args, context=None):
        self._check_closed()  #@ 874
        self._check_callback(callback, 'call_soon_threadsafe')  #@ 876
        return self._call_soon_threadsafe(callback, *args, context=context)


def _took_long(loop, what, seconds):
    if seconds >= loop.slow_callback_duration:
        _logger().warning('Executing %s took %.3f seconds', what, seconds)


_asyncio.register(report=_report, create_task=create_task, took_long=_took_long,
                  checked_call_soon=_Checked.call_soon,
                  checked_call_soon_threadsafe=_Checked.call_soon_threadsafe)
