//! Answers of CPython 3.13.

use super::*;

#[test]
fn moments() {
    let cases = [
        (0, "Thu 01 Jan 1970 00:00:00 001 00 00 01 1970 4 4 12 AM 70 Thu Jan  1 00:00:00 1970 01/01/70"),
        (
            1704067200,
            "Mon 01 Jan 2024 00:00:00 001 00 01 01 2024 1 1 12 AM 24 Mon Jan  1 00:00:00 2024 01/01/24",
        ),
        (
            1709164800,
            "Thu 29 Feb 2024 00:00:00 060 08 09 09 2024 4 4 12 AM 24 Thu Feb 29 00:00:00 2024 02/29/24",
        ),
        (
            951782399,
            "Mon 28 Feb 2000 23:59:59 059 09 09 09 2000 1 1 11 PM 00 Mon Feb 28 23:59:59 2000 02/28/00",
        ),
        (
            4102444799,
            "Thu 31 Dec 2099 23:59:59 365 52 52 53 2099 4 4 11 PM 99 Thu Dec 31 23:59:59 2099 12/31/99",
        ),
        (
            1230768000,
            "Thu 01 Jan 2009 00:00:00 001 00 00 01 2009 4 4 12 AM 09 Thu Jan  1 00:00:00 2009 01/01/09",
        ),
    ];
    for (seconds, wanted) in cases {
        let moment = Moment::from_seconds(seconds);
        assert_eq!(moment.strftime("%a %d %b %Y %H:%M:%S %j %U %W %V %G %u %w %I %p %y %c %x"), wanted);
        assert_eq!(moment.to_seconds(), seconds);
    }
}
