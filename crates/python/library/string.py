"""Sets of characters, templates with $names, and a formatter to inherit from."""

ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdefABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
whitespace = ' \t\n\r\v\f'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


class _TemplatePattern:
    # A template class's pattern is compiled when first used.
    def __get__(self, instance, cls):
        import re
        mark = re.escape(cls.delimiter)
        name = cls.idpattern
        cls.pattern = re.compile(
            f'{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|'
            f'{{(?P<braced>{cls.braceidpattern or name})}}|(?P<invalid>))',
            re.IGNORECASE if cls.flags is None else cls.flags)
        return cls.pattern


class Template:
    delimiter = '$'
    idpattern = '(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None
    pattern = _TemplatePattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        own = cls.__dict__.get('pattern')
        if own is None:
            cls.pattern = _TemplatePattern()
        elif isinstance(own, str):
            import re
            cls.pattern = re.compile(own, (re.IGNORECASE if cls.flags is None else cls.flags) | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, mo):
        before = self.template[:mo.start('invalid')]
        lines = before.splitlines(keepends=True)
        colno = len(before) - len(''.join(lines[:-1])) if lines else 1
        lineno = len(lines) or 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' %  #@ 101+
                         (lineno, colno))

    def substitute(self, mapping=None, /, **kws):
        mapping = kws if mapping is None else _chained(kws, mapping)

        def convert(mo):
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                return str(mapping[named])  #@ 114
            if mo.group('escaped') is not None:
                return self.delimiter
            self._invalid(mo)  #@ 118

        return self.pattern.sub(convert, self.template)  #@ 121

    def safe_substitute(self, mapping=None, /, **kws):
        mapping = kws if mapping is None else _chained(kws, mapping)

        def convert(mo):
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                try:
                    return str(mapping[named])
                except KeyError:
                    return mo.group()
            return self.delimiter if mo.group('escaped') is not None else mo.group()

        return self.pattern.sub(convert, self.template)

    def is_valid(self):
        return all(mo.group('invalid') is None for mo in self.pattern.finditer(self.template))

    def get_identifiers(self):
        named = (mo.group('named') or mo.group('braced') for mo in self.pattern.finditer(self.template))
        return list(dict.fromkeys(name for name in named if name is not None))


def _chained(kws, mapping):
    if not kws:
        return mapping
    from collections import ChainMap
    return ChainMap(kws, mapping)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, depth, counter=0):
        # `counter` numbers the fields without a name; it is False once a field has a number of its own.
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field_name, format_spec, conversion in self.parse(format_string):
            result.append(literal)
            if field_name is None:
                continue
            first = field_name.partition('.')[0].partition('[')[0]
            if first == '':
                if counter is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field_name = str(counter) + field_name
                counter += 1
            elif first.isdigit():
                if counter:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                counter = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, counter = self._vformat(format_spec, args, kwargs, used_args, depth - 1, counter)
            result.append(self.format_field(obj, format_spec))
        return ''.join(result), counter

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        match conversion:
            case None:
                return value
            case 's':
                return str(value)
            case 'r':
                return repr(value)
            case 'a':
                return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        from _interleave import format_parts
        return format_parts(format_string)

    def get_field(self, field_name, args, kwargs):
        from _interleave import format_field_steps
        first, steps = format_field_steps(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in steps:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first
