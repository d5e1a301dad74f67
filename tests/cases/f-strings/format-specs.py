value, width = 1234.5678, 12
print(f'[{value:{width}.2f}] [{value:<{width}}] [{value:^+{width},.1f}] [{value:e}] [{value:g}] [{value!r:>14}]')
print(f'{255:#x} {255:08b} {1000000:,} {1000000:_} {0.256:.1%} {5:03} {-5:+} {5: } {65:c} {True}')
print(f'[{"left":<8}] [{"right":>8}] [{"mid":^8}] [{"fill":*^10}] [{"truncate":.4}]')
import datetime
day = datetime.date(2024, 2, 29)
print(f'{day} {day:%Y/%m/%d} {day!r} {day:%A %d %B}')
for d in range(1, 4):
    print(f'{d:>2} {d * d:>4} {1 / d:>8.4f} {"#" * d:.<5}')
