// What an embed shows of a moment beside the log and the timeline: who is in which line of the loop, which variables
// there are, and who waits for whom. Each fills a pane anew.

import { element, figure } from "./figure.js";

const list = (lines, words) =>
  lines.length ? element("ol", {}, ...lines) : element("p", {}, words.none);

/// The loop's lines, or the one of what tasks share alone.
export function showLoop(pane, { ready, timers, things }, isWhole, words) {
  const line = ({ name, note }, ...more) => element("li", {}, element("b", {}, name), ` ${note}`, ...more);
  const who = (role, names) => (names.length ? [element("br"), `${role}: ${names.join(", ")}`] : []);
  const thing = (one) => line(one, ...who(words.holders, one.holders), ...who(words.waiters, one.waiters));
  const part = (title, lines) => element("div", {}, element("strong", {}, title), list(lines, words));
  const parts = isWhole ? [part(words.ready, ready.map((one) => line(one))), part(words.timers, timers.map((one) => line(one)))] : [];
  pane.replaceChildren(...parts, part(words.things, things.map(thing)));
}

/// The variables of every task, function by function; what the latest step has changed says so.
export function showVariables(pane, tasks, words) {
  const row = ({ name, text, change }) =>
    element("tr", { className: change ?? "" },
      Object.assign(element("th", {}, name), { scope: "row" }),
      element("td", {}, element("code", {}, text), ...(change ? [" ", element("em", {}, words[change])] : [])));
  const frame = ({ name, line, variables }) =>
    element("table", {}, element("caption", {}, element("code", {}, name), ` ${words.line(line)}`),
      element("tbody", {}, ...variables.map(row)));
  const task = ({ name, frames }) => element("li", {}, element("strong", {}, name), ...frames.map(frame));
  pane.replaceChildren(list(tasks.map(task), words));
}

/// A question about a run that is not shown yet; `answer` hears which choice was taken.
export function showQuestion(pane, { prompt, choices }, words, answer) {
  const offer = ({ lines }, index) =>
    element("label", {}, element("input", { type: "radio", name: "answer", value: index }),
      element("span", {}, ...lines.map((line) => element("code", {}, line))));
  const button = element("button", { type: "button", disabled: true }, words.answer);
  const fields = element("fieldset", {}, element("legend", {}, prompt), ...choices.map(offer));
  fields.addEventListener("change", () => (button.disabled = false));
  button.addEventListener("click", () => answer(choices[fields.querySelector(":checked").value]));
  pane.replaceChildren(fields, button);
}

export function showGraph(pane, markup) {
  pane.replaceChildren(figure(markup));
}
