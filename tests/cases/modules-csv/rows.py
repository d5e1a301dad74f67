# Rows out and in again: quotes, separators, line ends inside a field, columns by name.
import csv
import io

sheet = io.StringIO()
writer = csv.writer(sheet)
writer.writerow(['a', 'b,c', 'd"e', 1, None])
writer.writerows([[1, 2.5], ['x\ny', ''], ['']])
print(repr(sheet.getvalue()))
sheet.seek(0)
print(list(csv.reader(sheet)))
print(list(csv.reader(['1;2', '"a;b";3', 'x; y'], delimiter=';')))
for row in csv.DictReader(io.StringIO('name,n\n小明,1\n小華\n阿德,3,4\n')):
    print(row)
out = io.StringIO()
table = csv.DictWriter(out, fieldnames=['name', 'n'], lineterminator='\n')
table.writeheader()
table.writerow({'name': '小明', 'n': 1})
try:
    table.writerow({'other': 1})
except ValueError as error:
    print(error)
print(out.getvalue(), end='')
quoted = io.StringIO()
csv.writer(quoted, quoting=csv.QUOTE_ALL, lineterminator='\n').writerow(['a', 1])
csv.writer(quoted, delimiter='\t').writerow(['a', 1])
print(repr(quoted.getvalue()))
