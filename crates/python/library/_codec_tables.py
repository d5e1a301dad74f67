"""What the rarer codecs know: the characters of eight-bit sets, and escapes in texts."""

import re

_ASCII = ''.join(map(chr, range(128)))
_LATIN = ''.join(map(chr, range(160, 256)))
TABLES = {
    'cp1252': _ASCII
    + '€\ufffe‚ƒ„…†‡ˆ‰Š‹Œ\ufffeŽ\ufffe\ufffe‘’“”•–—˜™š›œ\ufffežŸ' + _LATIN,
    'iso8859_15': _ASCII + ''.join(map(chr, range(128, 160))) + _LATIN.translate({
        0xa4: '€', 0xa6: 'Š', 0xa8: 'š', 0xb4: 'Ž', 0xb8: 'ž', 0xbc: 'Œ', 0xbd: 'œ', 0xbe: 'Ÿ'}),
    'cp437': _ASCII
    + 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐'
    + '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0',
    'cp850': _ASCII
    + 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐'
    + '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0',
    'cp1251': _ASCII
    + 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffe™љ›њќћџ\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕї'
    + 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
}

_NAMED = {'\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r'}


def escaped(text, raw):
    """As `unicode_escape` writes a text; raw, only what has no byte of its own is an escape."""
    done = []
    for c in text:
        number = ord(c)
        if raw and number < 0x100:
            done.append(c)
        elif not raw and c in _NAMED:
            done.append(_NAMED[c])
        elif 32 <= number < 127:
            done.append(c)
        elif number < 0x100:
            done.append(f'\\x{number:02x}')
        else:
            done.append(f'\\u{number:04x}' if number < 0x10000 else f'\\U{number:08x}')
    return ''.join(done).encode('latin-1')


_MEANT = {
    '\n': '', '\\': '\\', "'": "'", '"': '"', 'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
    'v': '\v',
}
_LENGTHS = {'x': 2, 'u': 4, 'U': 8}
_HEX = re.compile('[0-9a-fA-F]*')
_OCTAL = re.compile('[0-7]{1,3}')


def unescaped(data, raw):
    """What such bytes mean."""
    name = 'rawunicodeescape' if raw else 'unicodeescape'
    text = data.decode('latin-1')
    done, at = [], 0
    while (place := text.find('\\', at)) >= 0:
        done.append(text[at:place])
        c = text[place + 1:place + 2]
        at = place + 2
        wrong = None
        if raw and c not in ('u', 'U'):
            # Two backslashes mean themselves, and so does what follows.
            done.append('\\' + c)
        elif not c:
            at, wrong = place + 1, '\\ at end of string'
        elif c in _LENGTHS:
            length = _LENGTHS[c]
            digits = _HEX.match(text[at:at + length]).group()
            at += len(digits)
            number = int(digits or '0', 16)
            if len(digits) < length:
                wrong = f'truncated \\{c}{"X" * length} escape'
            elif number > 0x10ffff:
                wrong = '\\Uxxxxxxxx out of range' if raw else 'illegal Unicode character'
            elif 0xd800 <= number < 0xe000:
                wrong = 'half a character'
            else:
                done.append(chr(number))
        elif c == 'N':
            end = text.find('}', at)
            if text[at:at + 1] == '{' and end > at + 1:
                at, wrong = end + 1, 'unknown Unicode character name'
            else:
                at, wrong = at + (text[at:at + 1] == '{'), 'malformed \\N character escape'
        elif found := _OCTAL.match(text, place + 1):
            done.append(chr(int(found.group(), 8)))
            at = found.end()
        else:
            done.append(_MEANT.get(c, '\\' + c))
        if wrong:
            raise UnicodeDecodeError(name, data, place, at, wrong)
    done.append(text[at:])
    return ''.join(done)
