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
    let choice = |lines: Vec<String>, mark: Mark, is: &str| {
        let (verdict, moment) = match mark {
            Mark::Right => (words.right.to_owned(), None),
            Mark::Wrong { moment, model, .. } => {
                let idea = model.map(|model: Model| words.models[model as usize]);
                let is = (words.number_is)(is, &lines.join(", "));
                // Where lines are at stake, both orders would be a long story.
                let is = Some(is).filter(|_| lines.len() == 1);
                (is.into_iter().chain(idea.map(str::to_owned)).collect::<Vec<_>>().join(" "), Some(moment))
            }
        };
        Choice { is_right: mark == Mark::Right, lines, verdict, moment }
    };
    let numbers = |number: &interleave_quiz::Number, say: &dyn Fn(i64) -> String| {
        let of = |answer| choice(vec![say(answer)], number.mark(answer), &say(number.right));
        number.choices().into_iter().map(of).collect()
    };
    Some(match name {
        "order" => {
            let order = quiz.order.as_ref()?;
            let printed: Vec<usize> = (0..order.lines.len()).collect();
            let of = |answer: &Vec<usize>| {
                let lines = answer.iter().filter_map(|line| Some(order.lines.get(*line)?.text.clone()));
                choice(lines.collect(), order.mark(answer), "")
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
        "holds" => {
            let holds = quiz.holds.as_ref()?;
            let is = holds.choices.get(holds.right)?;
            let choices = holds.choices.iter().enumerate();
            let choices = choices.map(|(at, text)| choice(vec![text.clone()], holds.mark(at), is));
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
        let trace = run(TEXT, &Options { record: true, ..Options::default() }).trace?;
        of(&Quiz::of(&Story::new(TEXT, trace)), name, Language::English)
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
