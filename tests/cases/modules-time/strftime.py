# Every directive of strftime, at days where weeks and centuries turn.
import datetime
import time

moments = [time.gmtime(seconds) for seconds in (0, 1_704_067_199, 1_704_067_200, 951_827_696, 4_102_444_799, 1_609_632_000)]
for directive in "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYz%":
    print(f"%{directive}", *(repr(time.strftime(f"%{directive}", moment)) for moment in moments))
for directive in "dHmjIey":
    print(f"%-{directive}", *(repr(time.strftime(f"%-{directive}", moment)) for moment in moments))
print(repr(time.strftime("plain")), repr(time.strftime("100%%")), repr(time.strftime("é %Y 日本", moments[1])), repr(time.strftime("%Y" * 20, moments[0])))
day = datetime.datetime(2024, 2, 29, 13, 5, 9, 42)
print(day.strftime("%Y-%m-%d %H:%M:%S.%f %j %a %p %I"), f"{day:%d.%m.%y}", f"{day.date():%A}", f"{day.time():%H.%M}", day.strftime("%G-W%V-%u %U %W"), format(day, ""))
for text, form in (
    ("29 Feb 2024", "%d %b %Y"), ("Thursday 29 February 24", "%A %d %B %y"), ("2024-060", "%Y-%j"), ("1:05 pm", "%I:%M %p"), ("13:05:09.5", "%H:%M:%S.%f"), ("2024 09 4", "%Y %W %w"), ("2024-W09-4", "%G-W%V-%u"), ("02/29/24 13:05:09", "%x %X"), ("100%", "100%%"), ("+0130", "%z"), ("Z", "%z"), ("  2024 ", " %Y "),
    ("30 Feb 2024", "%d %b %Y"), ("2023-366", "%Y-%j"), ("25", "%H"), ("x", "%Y"), ("2024 more", "%Y"), ("13 pm", "%I %p"), ("2024", "%q"), ("2024", "%"), ("W09", "W%V"), ("69", "%y"), ("68", "%y"),
):
    try:
        print(datetime.datetime.strptime(text, form))
    except ValueError as error:
        print(f"{text!r}: {error}")
