class ParseError(Exception):
    pass

def parse(text):
    try:
        return float(text)
    except ValueError:
        raise ParseError(f'cannot read {text!r}') from None

parse('x1')
