"""Tables as text, one row a line: reading and writing them, with dialects by keyword."""
from types import GenericAlias

__all__ = ['Error', 'reader', 'writer', 'DictReader', 'DictWriter', 'QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC',
           'QUOTE_NONE']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


class _Dialect:
    def __init__(self, dialect='excel', *, delimiter=None, quotechar='"', escapechar=None, doublequote=True,
                 skipinitialspace=False, lineterminator=None, quoting=QUOTE_MINIMAL, strict=False):
        if dialect not in ('excel', 'excel-tab', 'unix'):
            raise Error('unknown dialect')
        self.delimiter = delimiter or ('\t' if dialect == 'excel-tab' else ',')
        self.quotechar, self.escapechar, self.doublequote = quotechar, escapechar, doublequote
        self.skipinitialspace, self.strict = skipinitialspace, strict
        self.lineterminator = lineterminator or ('\n' if dialect == 'unix' else '\r\n')
        self.quoting = QUOTE_ALL if dialect == 'unix' and quoting == QUOTE_MINIMAL else quoting
        if not isinstance(self.delimiter, str) or len(self.delimiter) != 1:
            raise TypeError('"delimiter" must be a 1-character string')


class reader:
    def __init__(self, csvfile, dialect='excel', **options):
        self._lines = iter(csvfile)
        self.dialect = _Dialect(dialect, **options)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        """A row ends with its line, unless that line ends inside quotes."""
        self._row, self._field, self._was_quoted, self._inside = [], '', False, False
        self._read(self._next_line())
        while self._inside:
            try:
                line = self._next_line()
            except StopIteration:
                if self.dialect.strict:
                    raise Error('unexpected end of data') from None
                self._end_field()
                break
            self._read(line)
        return self._row

    def _next_line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
        self.line_num += 1
        return line

    def _end_field(self):
        numeric = self.dialect.quoting == QUOTE_NONNUMERIC and not self._was_quoted
        self._row.append(float(self._field) if numeric else self._field)
        self._field, self._was_quoted = '', False

    def _read(self, line):
        dialect, at, begins = self.dialect, 0, not self._inside
        quotes = dialect.quoting != QUOTE_NONE and dialect.quotechar
        if begins and not line.rstrip('\r\n'):
            return
        while at < len(line):
            character = line[at]
            at += 1
            if character == dialect.escapechar:
                self._field += line[at:at + 1]
                at += 1
            elif self._inside:
                if character != dialect.quotechar:
                    self._field += character
                elif dialect.doublequote and line[at:at + 1] == dialect.quotechar:
                    self._field += character
                    at += 1
                else:
                    self._inside = False
                    following = line[at:at + 1]
                    if dialect.strict and following not in ('', dialect.delimiter, '\r', '\n'):
                        raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")
            elif character in '\r\n':
                if line[at:].strip('\r\n'):
                    raise Error('new-line character seen in unquoted field - do you need to open the file with newline=\'\'?')
                break
            elif character == dialect.delimiter:
                self._end_field()
                begins = True
                continue
            elif begins and character == ' ' and dialect.skipinitialspace:
                continue
            elif begins and character == quotes:
                self._inside = self._was_quoted = True
            else:
                self._field += character
            begins = False
        if not self._inside:
            self._end_field()


class writer:
    def __init__(self, csvfile, dialect='excel', **options):
        self._write = csvfile.write
        self.dialect = _Dialect(dialect, **options)

    def writerow(self, row):
        try:
            fields = list(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        shown = [self._shown(field) for field in fields]
        if len(shown) == 1 and not shown[0]:
            if self.dialect.quoting == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            shown[0] = self.dialect.quotechar * 2
        return self._write(self.dialect.delimiter.join(shown) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _shown(self, field):
        dialect = self.dialect
        text = '' if field is None else str(field)
        special = any(character in text for character in (dialect.delimiter, dialect.quotechar or '', '\r', '\n')
                      if character)
        is_number = isinstance(field, (int, float))
        if dialect.quoting == QUOTE_NONE:
            if special and not dialect.escapechar:
                raise Error('need to escape, but no escapechar set')
            for character in (dialect.escapechar, dialect.delimiter, dialect.quotechar, '\r', '\n'):
                if character:
                    text = text.replace(character, f'{dialect.escapechar}{character}')
            return text
        if special or dialect.quoting == QUOTE_ALL or dialect.quoting == QUOTE_NONNUMERIC and not is_number:
            quote = dialect.quotechar
            text = text.replace(quote, quote * 2 if dialect.doublequote else f'{dialect.escapechar}{quote}')
            return f'{quote}{text}{quote}'
        return text


class DictReader:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', **options):
        self.reader = reader(f, dialect, **options)
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.dialect = dialect

    def __iter__(self):
        return self

    @property
    def line_num(self):
        return self.reader.line_num

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, names):
        self._fieldnames = names

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        record = dict(zip(names, row))
        if len(row) > len(names):
            record[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            record[name] = self.restval
        return record


class DictWriter:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', **options):
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.fieldnames, self.restval, self.extrasaction = list(fieldnames), restval, extrasaction.lower()
        self.writer = writer(f, dialect, **options)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def writerow(self, record):
        return self.writer.writerow(self._row(record))

    def writerows(self, records):
        return self.writer.writerows(map(self._row, records))

    def _row(self, record):
        if self.extrasaction == 'raise' and (beyond := [name for name in record if name not in self.fieldnames]):
            raise ValueError('dict contains fields not in fieldnames: ' + ', '.join(map(repr, beyond)))
        return [record.get(name, self.restval) for name in self.fieldnames]
