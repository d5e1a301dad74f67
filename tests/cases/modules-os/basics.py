import os

print(os.path.join('a', 'b', 'c.txt'), os.path.join('a', '/b'), os.path.split('/x/y.txt'), os.path.splitext('a.tar.gz'), os.path.basename('/a/b/'), os.path.dirname('/a/b'), os.path.normpath('a/../b//c'), os.path.isabs('/x'), os.sep, repr(os.linesep), os.name)
print(os.cpu_count(), os.environ.get('NO_SUCH_VARIABLE', 'default'), os.getenv('NO_SUCH_VARIABLE'), type(os.getpid()).__name__)
os.makedirs('d/e', exist_ok=True)
open('d/e/f.txt', 'w').close()
os.mkdir('g')
print(sorted(os.listdir('.')), os.path.exists('d/e/f.txt'), os.path.isdir('g'), os.path.getsize('d/e/f.txt'))
os.rename('d/e/f.txt', 'g/h.txt')
for folder, folders, files in sorted(os.walk('.')):
    print(folder, sorted(folders), files)
os.remove('g/h.txt')
os.rmdir('g')
print(os.path.exists('g'), len(os.urandom(4)))
for bad in [lambda: os.listdir('nope'), lambda: os.mkdir('d'), lambda: os.rmdir('d'), lambda: os.environ['NO_SUCH_VARIABLE'], lambda: os.rename('x', 'y')]:
    try:
        print(bad())
    except (OSError, KeyError) as error:
        print(type(error).__name__, error)
os.environ['MINE'] = 'set'
print(os.environ['MINE'], os.getenv('MINE'), 'MINE' in os.environ)
