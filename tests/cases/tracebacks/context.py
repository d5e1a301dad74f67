def parse(text):
    try:
        return int(text)
    except ValueError:
        return fallback(text)

def fallback(text):
    return {'one': 1}[text]

print(parse('12'), parse('one'))
parse('two')
