import json, datetime, re, copy, heapq, bisect
d = {'name': 'Ann', 'age': 30, 'tags': ['a', 'b'], 'n': None, 't': True, 'f': 1.5, 'u': 'é\n"', 'nested': {'k': [1, {'z': []}]}, 'e': {}}
s = json.dumps(d); print(s, json.loads(s) == d); print(json.dumps(d, indent=2, sort_keys=True, ensure_ascii=False)); print(json.dumps([1, 2], separators=(',', ':')), json.dumps({1: 2, None: 3, True: 4}), json.dumps('x'), json.dumps(float('nan')), json.dumps((1,)))
for bad in ('{', '{"a" 1}', '[1,]', '', 'nul', '"abc', '{"a": 1,}', '[1 2]', '01', '{1: 2}', "{'a': 1}", '"\n"', '[1] x', '\\'):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e, e.pos, e.lineno, e.colno)
for bad in ({1, 2}, object, {(1, 2): 3}, b'x', [1, {2: {3}}]):
    try: json.dumps(bad)
    except TypeError as e: print(e)
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
print(json.dumps({1, 2}, default=list), json.loads('[1.0, 1e5, -0, 1E400]', parse_float=str), json.loads('{"a": 1}', object_pairs_hook=list))
print(re.findall(r'\d+', 'a1b22c333'), re.search(r'(?P<y>\d{4})-(\d\d)', 'on 2024-05').groupdict(), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.split(r'[,;]\s*', 'a, b;c'), re.match('b', 'ab'), re.fullmatch(r'\w+', 'abc'), re.compile('a', re.I), re.sub('a', lambda m: m.group().upper(), 'banana', count=2), re.escape('a.b'), [m.span() for m in re.finditer('an', 'banana')])
for bad in ('(', '*', '[', 'a{2,1}', '(?P<1>a)', '\\', '(?x', '+a', 'a**', ')', '(?P<a>b)(?P<a>c)', '\\1', '[z-a]', '(?<=a+)b'):
    try: re.compile(bad)
    except re.error as e: print(repr(bad), e)
D = datetime.datetime(2024, 2, 28, 13, 5, 9); t = datetime.timedelta(days=1, hours=2, seconds=5)
print(D, repr(D), D + t, (D + t) - D, t * 2, t.total_seconds(), D.strftime('%Y-%m-%d %H:%M:%S %A %j %B %d %I %p %y %a %b'), D.isoformat(), D.date(), D.time(), D.weekday(), D.replace(year=2025), datetime.datetime.strptime('2024-01-02', '%Y-%m-%d'), D.timestamp(), datetime.date(2024, 3, 1) - datetime.date(2024, 2, 1), datetime.date.fromisoformat('2024-05-06'), -t, abs(-t), t // 2, t / t, D > D - t, datetime.timedelta(minutes=-5), datetime.timedelta(0), repr(t), D.isocalendar(), D.ctime())
for bad in (lambda: datetime.date(2024, 13, 1), lambda: datetime.date(2023, 2, 29), lambda: datetime.datetime.strptime('x', '%Y'), lambda: D + 1, lambda: D < datetime.date(2024, 1, 1), lambda: datetime.date.fromisoformat('x'), lambda: datetime.timedelta('a'), lambda: datetime.datetime(2024, 1, 1, 25), lambda: datetime.datetime(2024), lambda: D - 5):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
a = [[1], 2]; b = copy.copy(a); c = copy.deepcopy(a); a[0].append(5); print(a, b, c)
h = [5, 3, 8]; heapq.heapify(h); heapq.heappush(h, 1); print(h, heapq.heappop(h), heapq.nlargest(2, h), heapq.nsmallest(2, h), heapq.heapreplace(h, 9), h, list(heapq.merge([1, 3], [2])), bisect.bisect([1, 3, 5], 3), bisect.bisect_left([1, 3, 5], 3)); bisect.insort(h, 6); print(h)
try: heapq.heappop([])
except IndexError as e: print(e)
try: heapq.heappush([(1, {})], (1, {}))
except TypeError as e: print(e)
import calendar, pprint, collections, operator, os, sys, time
print(calendar.month(2024, 2)); print(calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.day_name[0])
pprint.pprint({'b': list(range(30)), 'a': {'x' * 30: 'y' * 40, 'z': ('q',) * 3}}); pprint.pprint([{'a': 1}], width=5)
print(sorted([{'n': 2}, {'n': 1}], key=operator.itemgetter('n')), operator.attrgetter('real')(5), operator.methodcaller('upper')('a'))
import uuid, base64, hashlib, csv, io
print(base64.b64encode(b'hello'), base64.b64decode('aGVsbG8='), hashlib.md5(b'a').hexdigest(), hashlib.sha256(b'a').hexdigest()[:8])
w = csv.writer(o := io.StringIO()); w.writerow([1, 'a,b', 'c"d', None]); print(repr(o.getvalue()), list(csv.reader(['a,"b,c",d'])), list(csv.DictReader(['x,y', '1,2'])))
