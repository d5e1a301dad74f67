"""What two sequences have in common, and line by line how they differ."""
from types import GenericAlias

__all__ = ['SequenceMatcher', 'Differ', 'ndiff', 'unified_diff', 'get_close_matches']


class SequenceMatcher:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        self.a, self._blocks = a, None

    def set_seq2(self, b):
        self.b, self._blocks = b, None
        places = {}
        for at, item in enumerate(b):
            places.setdefault(item, []).append(at)
        self._junk = {item for item in places if self.isjunk and self.isjunk(item)}
        for item in self._junk:
            del places[item]
        if self.autojunk and len(b) >= 200:
            many = len(b) // 100 + 1
            for item in [item for item in places if len(places[item]) > many]:
                del places[item]
        self._places = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self._junk
        ahi, bhi = len(a) if ahi is None else ahi, len(b) if bhi is None else bhi
        best_a, best_b, size = alo, blo, 0
        ending = {}
        for i in range(alo, ahi):
            now = {}
            for j in self._places.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                length = now[j] = ending.get(j - 1, 0) + 1
                if length > size:
                    best_a, best_b, size = i - length + 1, j - length + 1, length
            ending = now
        for wants_junk in False, True:
            while (best_a > alo and best_b > blo and (b[best_b - 1] in junk) == wants_junk
                   and a[best_a - 1] == b[best_b - 1]):
                best_a, best_b, size = best_a - 1, best_b - 1, size + 1
            while (best_a + size < ahi and best_b + size < bhi and (b[best_b + size] in junk) == wants_junk
                   and a[best_a + size] == b[best_b + size]):
                size += 1
        return best_a, best_b, size

    def get_matching_blocks(self):
        if self._blocks is None:
            found, ahead = [], [(0, len(self.a), 0, len(self.b))]
            while ahead:
                alo, ahi, blo, bhi = ahead.pop()
                i, j, size = self.find_longest_match(alo, ahi, blo, bhi)
                if size:
                    found.append((i, j, size))
                    ahead += [(alo, i, blo, j), (i + size, ahi, j + size, bhi)]
            self._blocks = []
            for i, j, size in sorted(found) + [(len(self.a), len(self.b), 0)]:
                last = self._blocks[-1] if self._blocks else None
                if last and size and last[0] + last[2] == i and last[1] + last[2] == j:
                    self._blocks[-1] = last[0], last[1], last[2] + size
                else:
                    self._blocks.append((i, j, size))
        return self._blocks

    def get_opcodes(self):
        codes, i, j = [], 0, 0
        for at_a, at_b, size in self.get_matching_blocks():
            if i < at_a or j < at_b:
                tag = 'insert' if i == at_a else 'delete' if j == at_b else 'replace'
                codes.append((tag, i, at_a, j, at_b))
            i, j = at_a + size, at_b + size
            if size:
                codes.append(('equal', at_a, i, at_b, j))
        return codes

    def get_grouped_opcodes(self, n=3):
        codes = self.get_opcodes() or [('equal', 0, 1, 0, 1)]
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group, i1, j1 = [], max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        length = len(self.a) + len(self.b)
        return 2.0 * sum(block[2] for block in self.get_matching_blocks()) / length if length else 1.0

    quick_ratio = real_quick_ratio = ratio


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if n <= 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    matcher = SequenceMatcher(b=word)
    scored = []
    for each in possibilities:
        matcher.set_seq1(each)
        if matcher.ratio() >= cutoff:
            scored.append((matcher.ratio(), each))
    scored.sort(reverse=True)
    return [each for _, each in scored[:n]]


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._replace(a, alo, ahi, b, blo, bhi)
            else:
                if tag != 'insert':
                    yield from self._dump('-' if tag == 'delete' else ' ', a, alo, ahi)
                if tag == 'insert':
                    yield from self._dump('+', b, blo, bhi)

    def _dump(self, tag, lines, low, high):
        for at in range(low, high):
            yield f'{tag} {lines[at]}'

    def _replace(self, a, alo, ahi, b, blo, bhi):
        """Finds the most similar pair of lines, shows how they differ, and so on to its left and right."""
        best, pair, equal = 0.74, None, None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher.ratio() > best:
                    best, pair = matcher.ratio(), (i, j)
        if best < 0.75:
            if equal is None:
                first, second = self._dump('-', a, alo, ahi), self._dump('+', b, blo, bhi)
                if bhi - blo < ahi - alo:
                    first, second = second, first
                yield from first
                yield from second
                return
            pair, equal = equal, True
        else:
            equal = None
        i, j = pair
        yield from self._around(a, alo, i, b, blo, j)
        if equal:
            yield '  ' + a[i]
        else:
            yield from self._hinted(a[i], b[j], matcher)
        yield from self._around(a, i + 1, ahi, b, j + 1, bhi)

    def _around(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._replace(a, alo, ahi, b, blo, bhi)
        else:
            yield from self._dump('-', a, alo, ahi)
            yield from self._dump('+', b, blo, bhi)

    def _hinted(self, old, new, matcher):
        matcher.set_seqs(old, new)
        under_old = under_new = ''
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            gone, come = i2 - i1, j2 - j1
            under_old += {'replace': '^', 'delete': '-', 'equal': ' '}.get(tag, '') * gone
            under_new += {'replace': '^', 'insert': '+', 'equal': ' '}.get(tag, '') * come
        for tag, line, under in ('-', old, under_old), ('+', new, under_new):
            yield f'{tag} {line}'
            kept = ''.join(mark if mark != ' ' or not char.isspace() else char for mark, char in zip(under, line))
            if kept.strip():
                yield f'? {kept.rstrip()}\n'


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def _range(start, stop):
    length = stop - start
    return f'{start + 1}' if length == 1 else f'{start + (length > 0)},{length}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f'--- {fromfile}{fromfiledate and chr(9) + fromfiledate}{lineterm}'
            yield f'+++ {tofile}{tofiledate and chr(9) + tofiledate}{lineterm}'
        first, last = group[0], group[-1]
        yield f'@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
            else:
                yield from ('-' + line for line in a[i1:i2])
                yield from ('+' + line for line in b[j1:j2])
