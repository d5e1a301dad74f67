"""Objects that stand for others in a test, and remember how they were used."""
from contextlib import ExitStack
from functools import wraps

__all__ = ['Mock', 'MagicMock', 'AsyncMock', 'NonCallableMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call',
           'create_autospec', 'PropertyMock', 'mock_open', 'seal']


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'


class _Sentinels:
    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        made = self.__dict__[name] = _Sentinel(name)
        return made


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _Any()


class _Call(tuple):
    """A name, arguments and keywords; a call without a name equals one that has one left out."""

    def __new__(cls, value=(), name='', parent=None, two=False):
        args, kwargs = (), {}
        for item in value:
            if isinstance(item, str):
                name = item
            elif isinstance(item, tuple):
                args = item
            else:
                kwargs = item
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False):
        self._mock_name, self._mock_parent = name, parent

    def _parts(self):
        return ('', *self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return False
        if not isinstance(other, _Call):
            other = _Call(other)
        (name, *mine), (other_name, *theirs) = self._parts(), other._parts()
        if len(self) == 3 == len(other) and name != other_name:
            return False
        return mine == theirs

    __ne__ = object.__ne__

    def __hash__(self):
        return hash(self._parts()[0])

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return _Call(name=f'{self._mock_name}.{name}' if self._mock_name else name, parent=self)

    @property
    def args(self):
        return self._parts()[1]

    @property
    def kwargs(self):
        return self._parts()[2]

    def __repr__(self):
        name, args, kwargs = self._parts()
        if self._mock_name and not name and not args and not kwargs:
            name = self._mock_name
        elif name == '':
            name = 'call'
        if name != 'call':
            name = f'call.{name}' if not name.startswith('()') else f'call{name}'
        return _call_text(name, args, kwargs)


def _call_text(name, args, kwargs):
    parts = [repr(value) for value in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
    return f'{name}({", ".join(parts)})'


call = _Call()
call._mock_name = None


class _Calls(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[at:at + len(value)] == value for at in range(len(self) - len(value) + 1))


_OWN = frozenset('''return_value side_effect called call_count call_args call_args_list mock_calls method_calls
await_count await_args await_args_list'''.split())
_ASYNC_MAGIC = frozenset(('__aenter__', '__aexit__', '__anext__'))
_VALUES = {'__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented,
           '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0,
           '__bool__': True, '__index__': 1, '__aexit__': False}
_MAGIC = frozenset(_VALUES) | frozenset('''__getitem__ __setitem__ __delitem__ __iter__ __enter__ __call__ __add__
__sub__ __mul__ __truediv__ __floordiv__ __mod__ __pow__ __and__ __or__ __xor__ __lshift__ __rshift__ __neg__ __pos__
__abs__ __invert__ __iadd__ __isub__ __imul__ __aenter__ __anext__ __aiter__ __reversed__ __round__ __matmul__
__str__ __hash__ __eq__ __ne__ __next__ __format__ __repr__ __radd__ __rsub__ __rmul__ __dir__'''.split()) - {'__call__'}


class NonCallableMock:
    def __new__(cls, /, *args, **kwargs):
        # A class of its own, so that special methods can be set on one mock alone.
        return object.__new__(type(cls.__name__, (cls,), {'__doc__': cls.__doc__, '__module__': cls.__module__}))

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 unsafe=False, **kwargs):
        own = self.__dict__
        shape = spec_set if spec_set is not None else spec
        if shape is not None and not isinstance(shape, (list, tuple)):
            own['_spec_class'] = shape if isinstance(shape, type) else type(shape)
            shape = dir(shape)
        own.update(_mock_methods=None if shape is None else set(shape), _mock_sealed=False, _mock_children={},
                   _mock_name=name, _mock_new_name='', _mock_parent=None, _mock_wraps=wraps, _mock_unsafe=unsafe,
                   _spec_set=spec_set is not None)
        own.setdefault('_spec_class', None)
        self._forget()
        own['_mock_return_value'], own['_mock_side_effect'] = return_value, None
        self.side_effect = side_effect
        self.configure_mock(**kwargs)

    def _forget(self):
        self.__dict__.update(called=False, call_count=0, call_args=None, call_args_list=_Calls(), mock_calls=_Calls(),
                             method_calls=_Calls())

    @property
    def __class__(self):
        return self.__dict__.get('_spec_class') or type(self)

    @property
    def return_value(self):
        if self._mock_return_value is DEFAULT and self._mock_wraps is None:
            self.__dict__['_mock_return_value'] = self._child('()')
        return self._mock_return_value

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value

    @property
    def side_effect(self):
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        several = hasattr(value, '__iter__') and not isinstance(value, NonCallableMock)
        self.__dict__['_mock_side_effect'] = iter(value) if several else value

    def _child(self, name, **kwargs):
        made = self._get_child_mock(name, **kwargs)
        made.__dict__.update(_mock_parent=self, _mock_new_name=name)
        return made

    def _get_child_mock(self, name, **kwargs):
        kind = type(self).__mro__[1]
        if name in _ASYNC_MAGIC:
            kind = AsyncMock
        elif issubclass(kind, AsyncMock):
            methods = self._mock_methods
            kind = MagicMock if name == '()' and methods is None else AsyncMock
        elif kind is NonCallableMock:
            kind = Mock
        elif self._spec_class is not None:
            from inspect import iscoroutinefunction
            if iscoroutinefunction(getattr(self._spec_class, name, None)):
                kind = AsyncMock
        return kind(**kwargs)

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_children') or name.startswith('_mock_') or name == '_spec_class':
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None and name not in methods or name in _MAGIC or name[:2] == '__' == name[-2:]:
            raise AttributeError(f'Mock object has no attribute {name!r}' if methods is not None and name not in methods
                                 else name)
        if not self._mock_unsafe and name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant '
                                 'to be an attribute.')
        child = self._mock_children.get(name)
        if child is _missing:
            raise AttributeError(name)
        if child is None:
            if self._mock_sealed:
                raise AttributeError(f'Cannot set {self._full_name()}.{name}')
            wrapped = getattr(self._mock_wraps, name) if self._mock_wraps is not None else None
            child = self._mock_children[name] = self._child(name, wraps=wrapped)
        return child

    def __setattr__(self, name, value):
        if name in ('return_value', 'side_effect', '_mock_return_value'):
            return object.__setattr__(self, name, value)
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods | _OWN:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _MAGIC:
            method = value if isinstance(value, NonCallableMock) else None
            if method is None and callable(value):
                setattr(type(self), name, lambda self, *args, **kwargs: value(self, *args, **kwargs))
            else:
                setattr(type(self), name, value if method is None else _magic_of(method))
            self._mock_children[name] = value
            return
        if isinstance(value, NonCallableMock) and value._mock_parent is None and not value._mock_name:
            value.__dict__.update(_mock_parent=self, _mock_new_name=name)
            self._mock_children[name] = value
        self.__dict__[name] = value

    def __delattr__(self, name):
        if name in self.__dict__:
            del self.__dict__[name]
        elif name in _MAGIC:
            delattr(type(self), name)
        self._mock_children[name] = _missing

    def __dir__(self):
        return sorted(set(object.__dir__(self)) | set(self._mock_children) | (self._mock_methods or set()))

    def _full_name(self):
        names, mock = [], self
        while mock is not None:
            names.append(mock._mock_name if mock._mock_parent is None or mock._mock_name else mock._mock_new_name)
            mock = None if mock._mock_name else mock._mock_parent
        text = names.pop() or 'mock'
        for name in reversed(names):
            text += name if name == '()' else f'.{name}'
        return text

    def __repr__(self):
        named = self._mock_name or self._mock_parent is not None
        text = f' name={self._full_name()!r}' if named else ''
        if self._spec_class is not None:
            text += f' spec={self._spec_class.__name__!r}'
        return f'<{type(self).__name__}{text} id={id(self)!r}>'

    def configure_mock(self, /, **kwargs):
        for key, value in sorted(kwargs.items(), key=lambda pair: pair[0].count('.')):
            *path, last = key.split('.')
            mock = self
            for name in path:
                mock = getattr(mock, name)
            setattr(mock, last, value)

    def attach_mock(self, mock, attribute):
        mock.__dict__.update(_mock_parent=None, _mock_name='', _mock_new_name='')
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__['_mock_methods'] = set(spec if isinstance(spec, (list, tuple)) else dir(spec))

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        self._forget()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if isinstance(child, NonCallableMock):
                child.reset_mock(return_value=return_value, side_effect=side_effect)
        returned = self._mock_return_value
        if isinstance(returned, NonCallableMock) and returned is not self:
            returned.reset_mock()

    def _name_for_text(self):
        return self._mock_name or 'mock'

    def _expected(self, args, kwargs):
        return _call_text(self._name_for_text(), args, kwargs)

    def _calls_text(self, prefix='Calls'):
        return f'\n{prefix}: {self.mock_calls!r}.' if self.mock_calls else ''

    def _short_name(self):
        return self._mock_name or (self._mock_new_name if self._mock_parent is not None else '') or 'mock'

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._short_name()}' to not have been called. "
                                 f'Called {self.call_count} times.{self._calls_text()}')

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._short_name()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._short_name()}' to have been called once. "
                                 f'Called {self.call_count} times.{self._calls_text()}')

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {self._expected(args, kwargs)}\n'
                                 '  Actual: not called.')
        if self.call_args != _Call((args, kwargs), two=True):
            raise AssertionError(f'expected call not found.\nExpected: {self._expected(args, kwargs)}\n'
                                 f'  Actual: {self._expected(*self.call_args)}')

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._short_name()}' to be called once. "
                                 f'Called {self.call_count} times.{self._calls_text()}')
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.call_args_list:
            raise AssertionError(f'{self._expected(args, kwargs)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        calls = [each if isinstance(each, _Call) else _Call(each) for each in calls]
        made = _Calls(self.mock_calls)
        if not any_order:
            if calls not in made:
                raise AssertionError(f'Calls not found.\nExpected: {calls!r}' + self._calls_text('  Actual').rstrip('.'))
            return
        missing = []
        for each in calls:
            if each in list(made):
                made.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError(f'{self._short_name()!r} does not contain all of {tuple(missing)!r} in its call list, '
                                 f'found {list(made)!r} instead')

    def _remember(self, args, kwargs):
        own = self.__dict__
        own['called'] = True
        own['call_count'] += 1
        own['call_args'] = _Call((args, kwargs), two=True)
        own['call_args_list'].append(own['call_args'])
        own['mock_calls'].append(_Call(('', args, kwargs)))
        name, mock, as_method = self._mock_new_name, self, self._mock_new_name != '()'
        while mock._mock_parent is not None:
            mock = mock._mock_parent
            if as_method and not (name[:2] == '__' == name[-2:]):
                mock.method_calls.append(_Call((name, args, kwargs)))
            mock.mock_calls.append(_Call((name, args, kwargs)))
            if mock._mock_new_name:
                dot = '' if name[:2] == '()' else '.'
                as_method = as_method and mock._mock_new_name != '()'
                name = mock._mock_new_name + dot + name

    def _answer(self, args, kwargs):
        effect = self._mock_side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if not callable(effect):
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
                return self.return_value if result is DEFAULT else result
            result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT or self._mock_wraps is None:
            return self.return_value
        return self._mock_wraps(*args, **kwargs)


class Mock(NonCallableMock):
    def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        return self._answer(args, kwargs)


def _magic_of(mock):
    def method(self, *args, **kwargs):
        return mock(*args, **kwargs)
    return method


class _Magic:
    def __init__(self, name):
        self._name = name

    def __get__(self, mock, kind=None):
        return self if mock is None else _magic_child(mock, self._name)


def _magic_child(mock, name):
    child = mock._mock_children.get(name)
    if child is None:
        child = mock._child(name) if name in _ASYNC_MAGIC else _new_magic(mock, name)
        mock._mock_children[name] = child
        if name in _VALUES:
            child.return_value = _VALUES[name]
        elif name == '__iter__':
            child.side_effect = lambda: iter([])
        elif name == '__aiter__':
            child.side_effect = lambda: _aiter(())
        elif name == '__eq__':
            child.side_effect = lambda other: True if other is mock else NotImplemented
        elif name == '__ne__':
            child.side_effect = lambda other: False if other is mock else NotImplemented
        elif name == '__hash__':
            child.return_value = object.__hash__(mock)
        elif name == '__str__':
            child.side_effect = lambda: object.__str__(mock)
    if name == '__aiter__' and isinstance(child._mock_return_value, (list, tuple)):
        items = child._mock_return_value
        child.side_effect = lambda: _aiter(items)
    return child


def _new_magic(mock, name):
    child = MagicMock()
    child.__dict__.update(_mock_parent=mock, _mock_new_name=name)
    return child


async def _aiter(items):
    for item in items:
        yield item


class MagicMock(Mock):
    pass


for _name in _MAGIC - {'__repr__', '__dir__', '__format__', '__next__', '__reversed__', '__radd__', '__rsub__',
                       '__rmul__', '__str__'}:
    setattr(MagicMock, _name, _Magic(_name))


class AsyncMock(MagicMock):
    def _forget(self):
        super()._forget()
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_Calls())

    def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        return self._awaited(args, kwargs)

    async def _awaited(self, args, kwargs):
        own = self.__dict__
        own['await_count'] += 1
        own['await_args'] = _Call((args, kwargs), two=True)
        own['await_args_list'].append(own['await_args'])
        from inspect import iscoroutinefunction
        effect = self._mock_side_effect
        if effect is not None and iscoroutinefunction(effect):
            result = await effect(*args, **kwargs)
            return self.return_value if result is DEFAULT else result
        try:
            return self._answer(args, kwargs)
        except StopIteration:
            raise StopAsyncIteration from None

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f'Expected {self._short_name()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._short_name()} to have been awaited once. '
                                 f'Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f'Expected await: {self._expected(args, kwargs)}\nNot awaited')
        if self.await_args != _Call((args, kwargs), two=True):
            raise AssertionError(f'expected await not found.\nExpected: {self._expected(args, kwargs)}\n'
                                 f'  Actual: {self._expected(*self.await_args)}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.await_args_list:
            raise AssertionError(f'{self._expected(args, kwargs)} await not found')

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f'Expected {self._short_name()} to not have been awaited. '
                                 f'Awaited {self.await_count} times.')


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


class _Patch:
    def __init__(self, target, attribute, new, kwargs, found=None):
        self._find, self.attribute, self.new, self.kwargs = target, attribute, new, kwargs
        self._active = None

    def __enter__(self):
        self._target = self._find()
        name = self.attribute
        self._local = name in vars(self._target) if hasattr(self._target, '__dict__') else False
        try:
            self._before = vars(self._target)[name] if self._local else getattr(self._target, name)
        except AttributeError:
            if not self.kwargs.pop('create', False):
                raise AttributeError(f'{self._target!r} does not have the attribute {name!r}') from None
            self._before = _missing
        new = self.new
        if new is DEFAULT:
            kwargs = dict(self.kwargs)
            kwargs.pop('create', None)
            maker = kwargs.pop('new_callable', None)
            if kwargs.pop('autospec', None):
                new = create_autospec(self._before, **kwargs)
            elif maker is not None:
                new = maker(**kwargs)
            else:
                from inspect import iscoroutinefunction
                kwargs.setdefault('name', name)
                new = (AsyncMock if iscoroutinefunction(self._before) else MagicMock)(**kwargs)
        setattr(self._target, name, new)
        return new

    def __exit__(self, *exc_info):
        if self._before is _missing or not self._local:
            delattr(self._target, self.attribute)
            if self._before is not _missing and not hasattr(self._target, self.attribute):
                setattr(self._target, self.attribute, self._before)
        else:
            setattr(self._target, self.attribute, self._before)

    def start(self):
        _started.append(self)
        return self.__enter__()

    def stop(self):
        if self not in _started:
            return None
        _started.remove(self)
        return self.__exit__(None, None, None)

    def _again(self):
        return _Patch(self._find, self.attribute, self.new, dict(self.kwargs))

    def __call__(self, decorated):
        if isinstance(decorated, type):
            for name in dir(decorated):
                value = getattr(decorated, name)
                if name.startswith(patch.TEST_PREFIX) and callable(value):
                    setattr(decorated, name, self._again()(value))
            return decorated
        patches = getattr(decorated, 'patchings', None)
        if patches is not None:
            patches.append(self)
            return decorated
        patches = [self]

        def begun(stack, args):
            return args + tuple([new for each in patches for new in [stack.enter_context(each._again())]
                                 if each.new is DEFAULT])
        from inspect import iscoroutinefunction
        if iscoroutinefunction(decorated):
            @wraps(decorated)
            async def patched(*args, **kwargs):
                with ExitStack() as stack:
                    return await decorated(*begun(stack, args), **kwargs)
        else:
            @wraps(decorated)
            def patched(*args, **kwargs):
                with ExitStack() as stack:
                    return decorated(*begun(stack, args), **kwargs)
        patched.patchings = patches
        return patched


_started = []


def _importer(path):
    first, *rest = path.split('.')
    found = __import__(first)
    for part in rest:
        first += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(first)
            found = getattr(found, part)
    return found


def patch(target, new=DEFAULT, **kwargs):
    where, dot, name = target.rpartition('.')
    if not dot:
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return _Patch(lambda: _importer(where), name, new, kwargs)


def _patch_object(target, attribute, new=DEFAULT, **kwargs):
    return _Patch(lambda: target, attribute, new, kwargs)


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, dict(values) | kwargs, clear

    def __enter__(self):
        if isinstance(self.in_dict, str):
            where, _, name = self.in_dict.rpartition('.')
            self.in_dict = getattr(_importer(where), name)
        self._before = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exc_info):
        self.in_dict.clear()
        self.in_dict.update(self._before)

    start = __enter__

    def stop(self):
        self.__exit__()

    def __call__(self, function):
        @wraps(function)
        def patched(*args, **kwargs):
            with self:
                return function(*args, **kwargs)
        return patched


def _stop_all():
    while _started:
        _started[-1].stop()


patch.object, patch.dict, patch.stopall, patch.TEST_PREFIX = _patch_object, _PatchDict, _stop_all, 'test'


def create_autospec(spec, spec_set=False, instance=False, **kwargs):
    from inspect import iscoroutinefunction
    if iscoroutinefunction(spec):
        return AsyncMock(**kwargs)
    made = MagicMock(spec=spec, **kwargs)
    if isinstance(spec, type) and not instance:
        made.return_value = MagicMock(spec=spec)
    return made


def seal(mock):
    mock.__dict__['_mock_sealed'] = True


def mock_open(mock=None, read_data=''):
    from io import BytesIO, StringIO
    mock = MagicMock(name='open') if mock is None else mock
    handle = MagicMock()
    handle.__enter__.return_value = handle

    def opened(*args, **kwargs):
        data = (StringIO if isinstance(read_data, str) else BytesIO)(read_data)
        for name in 'read', 'readline', 'readlines':
            getattr(handle, name).side_effect = getattr(data, name)
        handle.__iter__.side_effect = lambda: iter(data)
        return DEFAULT
    mock.side_effect, mock.return_value = opened, handle
    return mock
