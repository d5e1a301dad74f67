"""Enumerations: classes whose attributes are their only instances."""

from _interleave import type_lookup
from builtins import property as _plain_property
from types import MappingProxyType

__all__ = [
    'EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
    'property', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
]
_not_given = object()
Enum = Flag = ReprEnum = None


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    def __init__(self, value=_not_given):
        self.value = value

    def __repr__(self):
        return f'auto({"_auto_null" if self.value is _not_given else repr(self.value)})'


class property:
    # A property of members that lets the class have a member of the same name.
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, '__doc__', None)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            try:
                return ownerclass._member_map_[self.name]
            except KeyError:
                raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}') from None
        if self.fget is None:
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(  #@ 226+
                    "<enum %r> cannot set attribute %r" % (self.clsname, self.name)
                    )
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError('<enum %r> cannot delete attribute %r' % (self.clsname, self.name))
        self.fdel(instance)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def _is_framed(name, marks):
    n = len(marks)
    return len(name) > 2 * n and name.startswith(marks) and name.endswith(marks) and '_' not in (name[n], name[-n - 1])


def _is_descriptor(value):
    return any(hasattr(value, name) for name in ('__get__', '__set__', '__delete__'))


class EnumDict(dict):
    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    def _auto(self, key, value):
        if value.value is _not_given:
            self._auto_called = True
            value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
        return value.value

    def __setitem__(self, key, value):
        if _is_framed(key, '_'):
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate_next_value = getattr(value, '__func__', value)
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
                if taken := set(value) & set(self._member_names):
                    raise ValueError(f'_ignore_ cannot specify already set names: {taken!r}')
            elif key not in ('_order_', '_missing_', '_numeric_repr_', '_iter_member_', '_add_alias_',
                             '_add_value_alias_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        elif _is_framed(key, '__') or self._is_private(key) or key in self._ignore:
            pass
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))  #@ 399
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not (_is_descriptor(value) or self._is_inner(value)):
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            if isinstance(value, auto):
                value = self._auto(key, value)
            elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
                items = [self._auto(key, item) if isinstance(item, auto) else item for item in value]
                value = type(value)(*items) if hasattr(value, '_fields') else type(value)(items)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _is_private(self, key):
        start = f'_{self._cls_name}__'
        return key.startswith(start) and not key.endswith('__')

    def _is_inner(self, value):
        # A class defined within the enumeration is no member of it.
        return isinstance(value, type) and value.__qualname__.endswith(f'{self._cls_name}.{value.__name__}')

    def update(self, members, **more):
        for name, value in (members.items() if isinstance(members, dict) else members):
            self[name] = value
        for name, value in more.items():
            self[name] = value

    @_plain_property
    def member_names(self):
        return list(self._member_names)


def _data_type(class_name, bases):
    # The type whose values the members are, besides being members: int for IntEnum.
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                kind = base._member_type_
                if kind is object:
                    continue
            elif (type_lookup(base, '__new__') is not type_lookup(object, '__new__')
                    or '__dataclass_fields__' in base.__dict__):
                kind = candidate or base
            else:
                candidate = candidate or base
                continue
            if kind not in found:
                found.append(kind)
            break
    if len(found) > 1:
        raise TypeError(f'too many data types for {class_name!r}: {set(found)!r}')
    return found[0] if found else object


def _find_new(namespace, member_type, first_enum):
    # Who makes the members' bare objects.
    if '__new__' in namespace:
        new = namespace['__new__']
        return getattr(new, '__func__', new)
    if first_enum is not None:
        for name in ('__new_member__', '__new__'):
            for kind in (member_type, first_enum):
                new = getattr(kind, name, None)
                if new not in (None, object.__new__, Enum and Enum.__new__):
                    return new
    return object.__new__


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)  #@ 477
        namespace = EnumDict(cls)
        if bases:
            namespace._generate_next_value = getattr(bases[-1], '_generate_next_value_', None)
        return namespace

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(  #@ 930+
                            "<enum %r> cannot extend %r"
                            % (class_name, base)
                            )

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        names = list(classdict._member_names)
        values = {name: classdict[name] for name in names}
        hidden = {*names, '_ignore_', '_order_', *classdict._ignore}
        namespace = {name: value for name, value in classdict.items() if name not in hidden}
        if 'mro' in values:
            raise ValueError("invalid enum member name(s) 'mro'")
        first_enum = bases[-1] if bases else None
        if Enum is not None and not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
        member_type = _data_type(cls, bases)
        new_member = _find_new(namespace, member_type, first_enum)
        generate = namespace.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            namespace['_generate_next_value_'] = staticmethod(generate)
        if Enum is not None and '__new__' in namespace:
            del namespace['__new__']
            namespace['__new_member__'] = staticmethod(new_member)
        namespace.update(
            _member_names_=[], _member_map_={}, _value2member_map_={}, _unhashable_=[], _member_type_=member_type,
            _boundary_=boundary or getattr(first_enum, '_boundary_', None), _flag_mask_=0, _singles_mask_=0,
            _all_bits_=0,
        )
        if ReprEnum is not None and ReprEnum in bases:
            # As text such a member is its value.
            namespace.setdefault('__format__', member_type.__format__)
            namespace.setdefault(
                '__str__', member_type.__str__ if issubclass(member_type, str) else member_type.__repr__)
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        if Enum is not None and enum_class.__new__ is not Enum.__new__:
            enum_class.__new__ = Enum.__new__
        if Enum is not None:
            enum_class._prefer_enum_methods(first_enum, namespace)
        for name in names:
            enum_class._add_member(name, values[name], new_member)
        enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def _prefer_enum_methods(cls, first_enum, namespace):
        # A data type stands before Enum in the order of lookup, yet members show, copy and combine as members.
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            found = type_lookup(cls, name)
            if name not in namespace and any(found is type_lookup(kind, name) for kind in (cls._member_type_, object)):
                type.__setattr__(cls, name, getattr(first_enum, name))
        if Flag is not None and issubclass(cls, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in namespace:
                    type.__setattr__(cls, name, type_lookup(Flag, name))

    def _add_member(cls, name, value, new_member):
        member_type = cls._member_type_
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        item = new_member(cls) if new_member is object.__new__ else new_member(cls, *args)
        if not hasattr(item, '_value_'):
            if member_type is object:
                item._value_ = value
            else:
                try:
                    item._value_ = member_type(*args)
                except Exception as exc:
                    raise TypeError('_value_ not set in __new__, unable to create it') from exc
        value = item._value_
        item._name_ = name
        item.__objclass__ = cls
        item.__init__(*args)
        same = cls._known(value)
        if same is not None:
            item = same
        else:
            item._sort_order_ = len(cls._member_map_)
            flag = Flag is not None and issubclass(cls, Flag) and isinstance(value, int)
            if flag:
                cls._flag_mask_ |= value
            if not flag or value > 0 and value & (value - 1) == 0:
                cls._member_names_.append(name)
                if flag:
                    cls._singles_mask_ |= value
            try:
                cls._value2member_map_[value] = item
            except TypeError:
                cls._unhashable_.append(item)
        cls._member_map_[name] = item
        if not isinstance(type_lookup(cls, name), property):
            type.__setattr__(cls, name, item)

    def _known(cls, value):
        # The member of that value, if there is one.
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for item in cls._unhashable_:
                if item._value_ == value:
                    return item

    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names) + values
            return cls.__new__(cls, value)  #@ 722
        if names is _not_given and type is None:
            return cls.__new__(cls, value)  #@ 722
        names = None if names is _not_given else names
        return cls._create_(value, names, module, qualname, type, start, boundary)

    def _create_(cls, class_name, names, module, qualname, mixin, start, boundary):
        metacls = cls.__class__
        bases = (cls,) if mixin is None else (mixin, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for count, name in enumerate(names):
                values.append(cls._generate_next_value_(name, start, count, values[:]))
            names = zip(names, values)
        elif hasattr(names, 'items'):
            names = names.items()
        for name, value in names or ():
            namespace[name] = value
        if module is None:
            import sys
            module = sys._getframe(2).f_globals.get('__name__')
        namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def __contains__(cls, value):
        return isinstance(value, cls) or cls._known(value) is not None

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]  #@ 782

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __dir__(cls):
        return sorted({'__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__',
                       '__members__', '__module__', '__name__', '__qualname__', *cls._member_names_})

    @_plain_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError('cannot reassign member %r' % (name, ))  #@ 828
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, name))
        super().__delattr__(name)


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = cls._known(value)
        if found is not None:
            return found
        if not cls._member_map_:
            if cls._member_type_ is object and cls is Enum or not isinstance(cls, EnumType):
                raise TypeError(f'{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum')
            if not (Flag is not None and issubclass(cls, Flag)):
                raise TypeError(f'{cls!r} has no members defined')
        try:
            exc = None
            result = cls._missing_(value)  #@ 1174
        except Exception as e:
            exc = e
            result = None
        if isinstance(result, cls) or (
                exc is None and Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT
                and isinstance(result, int)):
            return result
        ve_exc = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        if result is None and exc is None:
            raise ve_exc  #@ 1189
        if exc is None:
            exc = TypeError(
                f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
        if not isinstance(exc, ValueError):
            exc.__context__ = ve_exc
        raise exc  #@ 1197

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last_value = max(last_values)
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError(f'unable to increment {last_value!r}') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        own = {name for cls in type(self).__mro__ for name in cls.__dict__
               if name[0] != '_' and name not in type(self)._member_map_}
        return sorted({'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'} | own)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        value = str(*values)
        self = str.__new__(cls, value)
        self._value_ = value
        return self

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(number, width):
    if number < 0:
        return f'0b1 {number + (1 << width):0{width}b}'
    return f'0b0 {number:0{width}b}'


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            return 1 << last_value.bit_length()
        except AttributeError:
            raise TypeError(f'invalid flag value {last_value!r}') from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask = cls._flag_mask_
        all_bits = cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(  #@ 1469
                        "%r invalid value %r\n    given %s\n  allowed %s" % (
                            cls, value, _bits(value, width), _bits(mask, width),
                        ))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(all_bits + 1, 1 << value.bit_length())
        if value < 0:
            value += all_bits + 1
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        names = [item._name_ for item in made]
        unknown = value & ~cls._singles_mask_
        if unknown and names:
            names.append(cls._numeric_repr_(unknown))
        made._name_ = '|'.join(names) or None
        return cls._value2member_map_.setdefault(value, made)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        value = self._value_
        return (item for item in type(self) if item._value_ & value)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name = self.__class__.__name__
        shown = self._numeric_repr_(self._value_)
        return f'<{name}: {shown}>' if self._name_ is None else f'<{name}.{self._name_}: {shown}>'

    def __str__(self):
        name = self.__class__.__name__
        return f'{name}({self._value_!r})' if self._name_ is None else f'{name}.{self._name_}'

    def _value_of(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._value_of(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


def unique(enumeration):
    aliases = [(name, item.name) for name, item in enumeration.__members__.items() if name != item.name]
    if aliases:
        alias_details = ', '.join(['%s -> %s' % pair for pair in aliases])
        raise ValueError('duplicate values found in %r: %s' %  #@ 1653+
                (enumeration, alias_details))
    return enumeration
