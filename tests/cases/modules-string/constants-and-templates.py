import string

print(string.ascii_lowercase, string.ascii_uppercase[:3], string.digits, string.hexdigits, string.punctuation, repr(string.whitespace), len(string.printable), string.octdigits, string.ascii_letters[24:28])
print(string.capwords('hello big  world'), string.capwords('a-b', '-'))
t = string.Template('$name owes $$${amount}.00 to ${name}s')
print(t.substitute(name='Ada', amount=5), t.safe_substitute(name='Bob'), t.substitute({'name': 'x'}, amount=1))
for bad in [lambda: t.substitute(name='x'), lambda: string.Template('cost $').substitute(), lambda: string.Template('$1').substitute()]:
    try:
        print(bad())
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
print(string.Formatter().format('{0} {b:>5}', 1, b=2), string.Template('$a $b').template, string.Template('$a ${b}').get_identifiers())
print(''.join(c for c in 'Hello, World!' if c not in string.punctuation), all(c in string.hexdigits for c in 'beef'))
