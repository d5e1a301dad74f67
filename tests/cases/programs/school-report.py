marks = '''
name,math,art,sport
Ada,95,80,70
Bob,60,,85
陳大文,72,88,91
Dee,absent,75,60
'''
lines = marks.strip().splitlines()
header, *rows = [line.split(',') for line in lines]
students = [dict(zip(header, row)) for row in rows]
problems = []
for student in students:
    for subject in header[1:]:
        try:
            student[subject] = int(student[subject])
        except ValueError as error:
            problems.append(f'{student["name"]}/{subject}: {error}')
            student[subject] = None
    known = [student[s] for s in header[1:] if student[s] is not None]
    student['average'] = sum(known) / len(known)
print('\n'.join(problems))
for rank, student in enumerate(sorted(students, key=lambda s: s['average'], reverse=True), 1):
    print(f'{rank}. {student["name"]:<5} {student["average"]:6.2f}', *('–' if student[s] is None else student[s] for s in header[1:]))
by_grade = {}
for s in students:
    by_grade.setdefault('A' if s['average'] >= 80 else 'B', []).append(s['name'])
print(by_grade, {s: max((x[s] or 0, x['name']) for x in students) for s in header[1:]})
