"""The statuses of HTTP."""

PHRASES = {}
for _line in '''100 Continue|Switching Protocols|Processing|Early Hints
200 OK|Created|Accepted|Non-Authoritative Information|No Content|Reset Content|Partial Content|Multi-Status|Already Reported
226 IM Used
300 Multiple Choices|Moved Permanently|Found|See Other|Not Modified|Use Proxy
307 Temporary Redirect|Permanent Redirect
400 Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Method Not Allowed|Not Acceptable
407 Proxy Authentication Required|Request Timeout|Conflict|Gone|Length Required|Precondition Failed|Content Too Large
414 URI Too Long|Unsupported Media Type|Range Not Satisfiable|Expectation Failed|I'm a Teapot
421 Misdirected Request|Unprocessable Content|Locked|Failed Dependency|Too Early|Upgrade Required
428 Precondition Required|Too Many Requests
431 Request Header Fields Too Large
451 Unavailable For Legal Reasons
500 Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Timeout|HTTP Version Not Supported
506 Variant Also Negotiates|Insufficient Storage|Loop Detected
510 Not Extended|Network Authentication Required'''.splitlines():
    _first, _, _phrases = _line.partition(' ')
    for _at, _phrase in enumerate(_phrases.split('|')):
        PHRASES[int(_first) + _at] = _phrase


def __getattr__(name):
    if name != 'HTTPStatus':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from enum import IntEnum
    names = {phrase.upper().replace(' ', '_').replace('-', '_').replace("'", ''): status
             for status, phrase in PHRASES.items()}
    made = globals()[name] = IntEnum('HTTPStatus', names, module='http')
    made.phrase = property(lambda self: PHRASES[self.value])
    made.is_success = property(lambda self: 200 <= self.value < 300)
    return made
