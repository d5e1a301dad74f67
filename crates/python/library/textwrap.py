"""Paragraphs of text: wrapped, filled, indented, dedented, shortened."""

_whitespace = '\t\n\x0b\x0c\r '
_spaces = {ord(c): ' ' for c in _whitespace}


def _may_break_after(word, at):
    # A hyphen between words of at least two letters, as in "well-known".
    if not word[at + 1:at + 2].isalpha():
        return False
    after = word[at + 2:at + 3]
    if not (after.isalpha() or after == '-' and word[at + 3:at + 4].isalpha()):
        return False
    before = word[:at]
    return before[-2:].isalpha() and len(before) >= 2 or (
        len(before) >= 3 and before[-1].isalpha() and before[-2] == '-' and before[-3].isalpha())


def _pieces(word):
    start = i = 0
    while i < len(word):
        if word[i] != '-':
            i += 1
            continue
        run = i
        while word[i:i + 1] == '-':
            i += 1
        dashes = i - run
        if dashes >= 2 and run > start and i < len(word) and word[i].isalnum() and (
                word[run - 1].isalnum() or word[run - 1] in '_!"\'&.,?'):
            yield word[start:run]
            yield word[run:i]
            start = i
        elif dashes == 1 and _may_break_after(word, run):
            yield word[start:i]
            start = i
    if start < len(word):
        yield word[start:]


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_spaces)
        chunks = []
        start = 0
        for i in range(1, len(text) + 1):
            if i == len(text) or (text[i] in _whitespace) != (text[i - 1] in _whitespace):
                word = text[start:i]
                start = i
                if self.break_on_hyphens and word[0] not in _whitespace:
                    chunks += _pieces(word)
                else:
                    chunks.append(word)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                end = chunks[i].rstrip('"\'')
                if chunks[i + 1] == ' ' and end[-1:] in ('.', '!', '?') and end[-2:-1].islower():
                    chunks[i + 1] = '  '
        return chunks

    def _break_long(self, chunks, line, room, width):
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        chunk = chunks[-1]
        # Where nothing fits, an empty piece ends the line, so that the space before it stays.
        end = room if width >= 1 else 1
        if self.break_on_hyphens and len(chunk) > end:
            hyphen = chunk.rfind('-', 0, end)
            if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                end = hyphen + 1
        line.append(chunk[:end])
        chunks[-1] = chunk[end:]

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks = self._split(text)[::-1]
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line = []
            length = 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break_long(chunks, line, width - length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            last = self.max_lines is not None and len(lines) + 1 >= self.max_lines
            if not last or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and (
                    length <= width):
                lines.append(indent + ''.join(line))
                continue
            self._end_with_placeholder(lines, line, indent, width)
            break
        return lines

    def _end_with_placeholder(self, lines, line, indent, width):
        length = sum(map(len, line))
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    lines = text.split('\n')
    margin = None
    for i, line in enumerate(lines):
        content = line.lstrip(' \t')
        if not content:
            lines[i] = ''
            continue
        indent = line[:len(line) - len(content)]
        if margin is None:
            margin = indent
        while not indent.startswith(margin):
            margin = margin[:-1]
    return '\n'.join([line[len(margin or ''):] for line in lines])


def indent(text, prefix, predicate=None):
    return ''.join([prefix + line if (predicate(line) if predicate else line.strip()) else line
                    for line in text.splitlines(True)])
