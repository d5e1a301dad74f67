"""The three ways to write a format: with %, { and $."""

BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'


class PercentStyle:
    default_format = '%(message)s'
    asctime_format = '%(asctime)s'
    asctime_search = '%(asctime)'

    def __init__(self, fmt, *, defaults=None):
        self._fmt, self._defaults = fmt or self.default_format, defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        if not self._is_valid():
            raise ValueError("Invalid format '%s' for '%s' style" % (self._fmt, self.default_format[0]))  #@ logging/__init__.py:461

    def _is_valid(self):
        _, found, rest = self._fmt.partition('%(')
        name, closed, kind = rest.partition(')')
        return bool(found and name and closed and kind.lstrip('#0+ -*.123456789')[:1] in set('diouxefgcrsa%'))

    def _format(self, record):
        values = (self._defaults | record.__dict__) if self._defaults else record.__dict__
        return self._fmt % values  #@ logging/__init__.py:468

    def format(self, record):
        try:
            return self._format(record)  #@ logging/__init__.py:472
        except KeyError as e:
            raise ValueError('Formatting field not found in record: %s' % e)  #@ logging/__init__.py:474


class StrFormatStyle(PercentStyle):
    default_format = '{message}'
    asctime_format = '{asctime}'
    asctime_search = '{asctime'

    def validate(self):
        from string import Formatter as Fields
        try:
            fields = [name for _, name, _, _ in Fields().parse(self._fmt) if name]
        except ValueError as e:
            raise ValueError('invalid format: %s' % e)  #@ logging/__init__.py:506
        if not fields:
            raise ValueError('invalid format: no fields')  #@ logging/__init__.py:508

    def _format(self, record):
        values = (self._defaults | record.__dict__) if self._defaults else record.__dict__
        return self._fmt.format(**values)  #@ logging/__init__.py:516


class StringTemplateStyle(PercentStyle):
    default_format = '${message}'
    asctime_format = '${asctime}'
    asctime_search = '${asctime}'

    def usesTime(self):
        return '$asctime' in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        if '$' not in self._fmt:
            raise ValueError('invalid format: no fields')  #@ logging/__init__.py:536

    def _format(self, record):
        from string import Template
        values = (self._defaults | record.__dict__) if self._defaults else record.__dict__
        return Template(self._fmt).substitute(**values)


_STYLES = {'%': (PercentStyle, BASIC_FORMAT), '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
           '$': (StringTemplateStyle, '${levelname}:${name}:${message}')}
