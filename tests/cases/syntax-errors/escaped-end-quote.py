# A backslash before the last quote makes it part of the text.
folder = 'C:\temp\'
print(folder)
