def run(source, limit=100):
    program = [line.split() for line in source.strip().splitlines()]
    registers, at, steps, output = {'a': 0, 'b': 0}, 0, 0, []
    value = lambda x: registers[x] if x in registers else int(x)
    while 0 <= at < len(program):
        steps += 1
        if steps > limit:
            raise RuntimeError(f'stopped after {limit} steps at line {at + 1}')
        match program[at]:
            case ['set', r, x]: registers[r] = value(x)
            case ['add', r, x]: registers[r] += value(x)
            case ['jump', to, 'if', r] if value(r) <= 0: pass
            case ['jump', to, *_]:
                at = int(to) - 1
                continue
            case ['print', x]: output.append(value(x))
            case ['halt']: break
            case [unknown, *_]: raise ValueError(f'line {at + 1}: what is {unknown!r}?')
        at += 1
    return output, steps

print(run('set a 5\nprint a\nadd a -1\njump 2 if a\nprint b'))
for bad in ['jump 1', 'fly', 'add c 1', 'set a x']:
    try:
        run(bad)
    except (RuntimeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
