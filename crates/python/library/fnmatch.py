"""Names against patterns with *, ? and [ ]."""


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def fnmatchcase(name, pat):
    at, i, star, kept = 0, 0, -1, 0
    while at < len(name):
        if i < len(pat) and pat[i] == '*':
            star, kept, i = i, at, i + 1
            continue
        end = pat.find(']', i + 2) if i < len(pat) and pat[i] == '[' else -1
        if i < len(pat) and (_in_set(name[at], pat[i + 1:end]) if end > 0 else pat[i] in ('?', name[at])):
            at, i = at + 1, end + 1 if end > 0 else i + 1
        elif star >= 0:
            kept += 1
            at, i = kept, star + 1
        else:
            return False
    return not pat[i:].strip('*')


def _in_set(char, chars):
    negated = chars.startswith('!')
    chars, found, i = chars[negated:], False, 0
    while i < len(chars):
        if chars[i + 1:i + 2] == '-' and i + 2 < len(chars):
            found = found or chars[i] <= char <= chars[i + 2]
            i += 3
        else:
            found = found or chars[i] == char
            i += 1
    return found != negated


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
