import sys
class Code:
    def __str__(self):
        return 'an object as exit code'
try:
    raise SystemExit(256 + 7)
except SystemExit as stop:
    print(stop.code)
print('leaving')
sys.exit([1, Code().__str__()])
