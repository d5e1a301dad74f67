//! The texts around lessons in English.

use super::CourseMessages;

pub(in crate::messages) const COURSE: CourseMessages = CourseMessages {
    lessons: "Lessons",
    all: "All lessons",
    place: |number, all| format!("{number} of {all}"),
    leave_hint: "Close the lessons and go back to your own program",
    kept: "This program is a lesson's; your own is kept.",
    missing: "This lesson could not be loaded. Check the connection, or the address, and open it again.",

    look: "Where to look",
    experiment: "Try it",
    question: "A question",

    look_there: "Take me there",
    changed: "The program is no longer the one that the lesson tells of: “Start over” brings that back.",
    change: "Change the program",
    put_back: "Put it back",
    right: "Right.",
    wrong: "Not so. Look at the run, and choose again.",
    answered: "You have answered this before.",

    neighbours: "Lessons before and after",
    previous: "Previous:",
    next: "Next:",

    marks: ["opened", "answered"],
    progress: |answered, all| format!("{answered} of {all} questions answered. Only this browser knows."),
    forget: "Forget that",
};
