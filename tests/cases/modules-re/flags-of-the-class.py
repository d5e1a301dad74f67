import re

print(re.RegexFlag.MULTILINE | re.RegexFlag.IGNORECASE, re.RegexFlag.I, re.RegexFlag.S is re.DOTALL)
print(re.findall('^b', 'a\nB', re.RegexFlag.M | re.RegexFlag.I))
