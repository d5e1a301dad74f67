//! A question about a run, for embeds to ask before they show it: one of those that the page asks, as choices of which
//! one is right. What is wrong with each of the others is said with it.

use interleave_quiz::{Mark, Model, Quiz};
use interleave_text::{Language, count};
use interleave_views::instant::seconds_with_unit;
use interleave_views::sight::Moment;

use crate::messages;

/// The question and its choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) prompt: String,
    pub(super) choices: Vec<Choice>,
}

/// An answer that can be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// What it says, line by line.
    pub(super) lines: Vec<String>,
    pub(super) is_right: bool,
    /// What there is to be said about it.
    pub(super) verdict: String,
    /// The moment that tells why it is wrong.
    pub(super) moment: Option<Moment>,
}

/// The question of that name, if this run can be asked it.
pub(super) fn of(quiz: &Quiz, name: &str, language: Language) -> Option<Question> {
    let words = messages::predicting(language);
    // With what is so instead, and the idea from which it would follow.
    let choice = |lines: Vec<String>, mark: Mark, is: &dyn Fn(usize) -> Option<String>| {
        let (verdict, moment) = match mark {
            Mark::Right => (words.right.to_owned(), None),
            Mark::Wrong { at, moment, model } => {
                let idea = model.map(|model: Model| words.models[model as usize].to_owned());
                (is(at).into_iter().chain(idea).collect::<Vec<_>>().join(" "), Some(moment))
            }
        };
        Choice { is_right: mark == Mark::Right, lines, verdict, moment }
    };
    let single = |said: String, mark: Mark, right: &str| {
        let is = (words.number_is)(right, &said);
        choice(vec![said], mark, &|_| Some(is.clone()))
    };
    let numbers = |number: &interleave_quiz::Number, say: &dyn Fn(i64) -> String| {
        let of = |answer| single(say(answer), number.mark(answer), &say(number.right));
        number.choices().into_iter().map(of).collect()
    };
    Some(match name {
        "order" => {
            let order = quiz.order.as_ref()?;
            let printed: Vec<usize> = (0..order.lines.len()).collect();
            let of = |answer: &Vec<usize>| {
                let lines = answer.iter().filter_map(|line| Some(order.lines.get(*line)?.text.clone()));
                // Both orders would be a long story.
                choice(lines.collect(), order.mark(answer), &|_| None)
            };
            let wrong = order.wrong.iter().map(|(_, answer)| answer);
            let mut choices: Vec<_> = wrong.chain([&printed]).map(of).collect();
            // In an order that tells nothing.
            choices.sort_by(|one, other| one.lines.cmp(&other.lines));
            Question { prompt: words.order.to_owned(), choices }
        }
        "end" => {
            let say = |ns| seconds_with_unit(ns, language);
            Question { prompt: words.end.to_owned(), choices: numbers(quiz.end.as_ref()?, &say) }
        }
        "at-once" => {
            let say = |number| count(u64::try_from(number).unwrap_or_default());
            Question { prompt: words.at_once.to_owned(), choices: numbers(quiz.at_once.as_ref()?, &say) }
        }
        "cancelled" => {
            let cancelled = quiz.cancelled.as_ref()?;
            let of = |answer: &Vec<bool>| {
                let tasks = cancelled.tasks.iter().zip(answer).filter(|(_, is_cancelled)| **is_cancelled);
                let mut lines: Vec<_> = tasks.map(|(name, _)| name.clone()).collect();
                if lines.is_empty() {
                    lines.push(words.none_of_them.to_owned());
                }
                let is = |task: usize| {
                    Some((words.task_is)(cancelled.tasks.get(task)?, *cancelled.right.get(task)?))
                };
                choice(lines, cancelled.mark(answer), &is)
            };
            let wrong = cancelled.wrong.iter().map(|(_, answer)| answer);
            let mut choices: Vec<_> = wrong.chain([&cancelled.right]).map(of).collect();
            choices.sort_by(|one, other| one.lines.cmp(&other.lines));
            Question { prompt: words.cancelled.to_owned(), choices }
        }
        "holds" => {
            let holds = quiz.holds.as_ref()?;
            let is = holds.choices.get(holds.right)?;
            let choices = holds.choices.iter().enumerate();
            let choices = choices.map(|(at, text)| single(text.clone(), holds.mark(at), is));
            let prompt = (words.holds)(&holds.name, holds.function.as_deref(), &holds.line);
            Question { prompt, choices: choices.collect() }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use interleave_python::{Options, run};
    use interleave_quiz::Quiz;
    use interleave_text::Language;
    use interleave_views::Story;

    use super::{Question, of};

    const TEXT: &str = "import asyncio\nasync def brew(name, seconds):\n    await asyncio.sleep(seconds)\n    \
        print(name)\nasync def main():\n    await asyncio.gather(brew('tea', 2), brew('milk', 3), brew('coffee', 1))\n\
        asyncio.run(main())\n";

    fn asked(name: &str) -> Option<Question> {
        asked_about(TEXT, name)
    }

    fn asked_about(text: &str, name: &str) -> Option<Question> {
        let trace = run(text, &Options { record: true, ..Options::default() }).trace?;
        of(&Quiz::of(&Story::new(text, trace)), name, Language::English)
    }

    #[test]
    fn which_tasks_are_cancelled_is_said_by_their_names() {
        let text = "import asyncio\nasync def fails():\n    raise ValueError\nasync def main():\n    \
            await asyncio.gather(asyncio.sleep(1), fails(), return_exceptions=True)\n    \
            job = asyncio.create_task(asyncio.sleep(9))\n    await asyncio.sleep(0)\n    job.cancel()\n\
            asyncio.run(main())\n";
        let question = asked_about(text, "cancelled").expect("one fails, one is cancelled");
        let right = question.choices.iter().find(|choice| choice.is_right).expect("one is right");
        assert_eq!(right.lines, ["Task-4"]);
        let wrong: Vec<_> = question.choices.iter().filter(|choice| !choice.is_right).collect();
        assert!(wrong.iter().any(|choice| choice.lines == ["none of them"]), "{wrong:?}");
        assert!(wrong.iter().all(|choice| choice.verdict.contains("cancelled.")), "{wrong:?}");
        assert_eq!(asked("cancelled"), None);
    }

    #[test]
    fn one_choice_is_right_and_others_say_why_they_are_not() {
        for name in ["order", "end", "at-once"] {
            let question = asked(name).unwrap_or_else(|| panic!("{name} can be asked"));
            let right: Vec<_> = question.choices.iter().filter(|choice| choice.is_right).collect();
            assert_eq!(right.len(), 1, "{name}: {question:?}");
            assert!(question.choices.len() > 1, "{name}: {question:?}");
            for choice in question.choices.iter().filter(|choice| !choice.is_right) {
                assert!(choice.moment.is_some() && !choice.verdict.is_empty(), "{name}: {choice:?}");
            }
        }
        let order = asked("order").expect("three lines are printed");
        let right = order.choices.iter().find(|choice| choice.is_right).expect("one is right");
        assert_eq!(right.lines, ["coffee", "tea", "milk"]);
        assert_eq!(asked("nobody knows this one"), None);
    }
}
