import sys
print('checking')
sys.exit('error: no file given')
