// Signs beside and under the code: where each task stands, what is wrong, and the
// reader's breakpoints. Offsets are CodeMirror's own (UTF-16), and all signs move
// along with later changes of the text.

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, gutter, GutterMarker } from "@codemirror/view";

// Beside a line there is room for so many badges.
const BADGES = 3;

// [{ from, colour, state, title }], `colour` a number, `state` a word.
export const setTasks = StateEffect.define();
// { from, to, title }, or null.
export const setProblem = StateEffect.define();
// [{ from, to, title }].
export const setHints = StateEffect.define();
const toggleStop = StateEffect.define();

// What a task does, as a shape: the colour says only whose it is.
const SHAPES = { ready: "○", running: "▶", sleeping: "◐", waiting: "◇", blocking: "■" };

class Badges extends GutterMarker {
  constructor(tasks) {
    super();
    this.tasks = tasks;
    this.key = tasks.map(({ colour, state, title }) => `${colour}/${state}/${title}`).join("\n");
  }

  eq(other) {
    return this.key === other.key;
  }

  toDOM() {
    const all = document.createElement("span");
    all.className = "cm-badges";
    all.title = this.tasks.map(({ title }) => title).join("\n");
    for (const { colour, state } of this.tasks.slice(0, BADGES)) {
      const badge = document.createElement("span");
      badge.className = `cm-badge cm-colour-${colour}`;
      badge.textContent = SHAPES[state];
      all.append(badge);
    }
    const more = this.tasks.length - BADGES;
    if (more > 0) all.append(`+${more}`);
    return all;
  }
}

class Alarm extends GutterMarker {
  constructor(title) {
    super();
    this.title = title;
  }

  eq(other) {
    return this.title === other.title;
  }

  toDOM() {
    const sign = document.createElement("span");
    sign.className = "cm-alarm";
    sign.title = this.title;
    sign.textContent = "!";
    return sign;
  }
}

class Stop extends GutterMarker {
  toDOM() {
    const sign = document.createElement("span");
    sign.className = "cm-stop";
    return sign;
  }
}

const stop = new Stop();

const clamp = (position, doc) => Math.max(0, Math.min(position, doc.length));

function drawTasks(tasks, doc) {
  const lines = new Map();
  for (const task of tasks) {
    const { from } = doc.lineAt(clamp(task.from, doc));
    if (!lines.has(from)) lines.set(from, []);
    lines.get(from).push(task);
  }
  const places = [...lines].sort(([a], [b]) => a - b);
  return {
    lines: Decoration.set(
      places.map(([from, here]) => {
        const { colour, state } = here.find(({ state }) => state === "running") ?? here[0];
        return Decoration.line({ class: `cm-taken cm-taken-${state} cm-colour-${colour}` }).range(from);
      }),
    ),
    signs: RangeSet.of(places.map(([from, here]) => new Badges(here).range(from))),
  };
}

function drawProblem(problem, doc) {
  if (!problem) return NOTHING;
  const from = clamp(problem.from, doc);
  const line = doc.lineAt(from);
  // An empty place, such as the end of a line, still needs something to underline.
  const to = Math.max(clamp(problem.to, doc), Math.min(from + 1, line.to));
  const start = to > from ? from : Math.max(line.from, from - 1);
  const underlined = Decoration.mark({ class: "cm-problem", attributes: { title: problem.title } });
  return {
    lines: to > start ? Decoration.set(underlined.range(start, to)) : Decoration.none,
    signs: RangeSet.of(new Alarm(problem.title).range(line.from)),
  };
}

function drawHints(hints, doc) {
  const marks = hints.flatMap(({ from, to, title }) => {
    const [start, end] = [clamp(from, doc), clamp(to, doc)];
    return end > start ? [Decoration.mark({ class: "cm-hint", attributes: { title } }).range(start, end)] : [];
  });
  return { lines: Decoration.set(marks, true), signs: RangeSet.empty };
}

const NOTHING = { lines: Decoration.none, signs: RangeSet.empty };

// A field that draws what an effect brings, and carries it along between.
const drawn = (effect, draw) =>
  StateField.define({
    create: () => NOTHING,
    update(value, { changes, docChanged, effects, newDoc }) {
      const latest = effects.findLast((one) => one.is(effect));
      if (latest) return draw(latest.value, newDoc);
      if (!docChanged) return value;
      return { lines: value.lines.map(changes), signs: value.signs.map(changes) };
    },
    provide: (field) => EditorView.decorations.from(field, ({ lines }) => lines),
  });

const tasks = drawn(setTasks, drawTasks);
const problem = drawn(setProblem, drawProblem);
const hints = drawn(setHints, drawHints);

const stops = StateField.define({
  create: () => RangeSet.empty,
  update(value, { changes, effects }) {
    let next = value.map(changes);
    for (const effect of effects) {
      if (!effect.is(toggleStop)) continue;
      const position = effect.value;
      let there = false;
      next.between(position, position, () => (there = true));
      next = next.update(there ? { filter: (from) => from !== position } : { add: [stop.range(position)] });
    }
    return next;
  },
});

function toggle(view, position) {
  view.dispatch({ effects: toggleStop.of(view.state.doc.lineAt(position).from) });
  return true;
}

// Set or take away the breakpoint of the line with the cursor.
export const toggleStopHere = (view) => toggle(view, view.state.selection.main.head);

// The lines with a breakpoint, counted from one, in order.
export function stopLines(state) {
  const lines = new Set();
  state.field(stops).between(0, state.doc.length, (from) => void lines.add(state.doc.lineAt(from).number));
  return [...lines];
}

const colours = Object.fromEntries(
  Array.from({ length: 8 }, (_, colour) => [`.cm-colour-${colour}`, { "--task": `var(--lane-${colour})` }]),
);

const look = EditorView.theme({
  ...colours,
  // Images, so that the background of the reader's own line shows through.
  ".cm-taken": {
    backgroundImage: "linear-gradient(color-mix(in srgb, var(--task) 12%, transparent) 0 0)",
    boxShadow: "inset 3px 0 var(--task)",
  },
  ".cm-taken-running": {
    backgroundImage: "linear-gradient(color-mix(in srgb, var(--task) 26%, transparent) 0 0)",
  },
  ".cm-problem": {
    textDecoration: "underline wavy var(--error)",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "0.2em",
  },
  ".cm-hint": {
    textDecoration: "underline dotted 2px var(--hint)",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "0.25em",
  },
  ".cm-stops .cm-gutterElement": {
    display: "grid",
    placeItems: "center",
    width: "1.5rem",
    cursor: "pointer",
  },
  ".cm-stop, .cm-stops .cm-gutterElement:hover:empty::after": {
    content: '""',
    width: "0.625rem",
    height: "0.625rem",
    border: "2px solid var(--error)",
    borderRadius: "50%",
  },
  ".cm-stop": { background: "var(--error)" },
  ".cm-signs": { minWidth: "1.25rem" },
  ".cm-signs .cm-gutterElement": { display: "flex", gap: "1px", justifyContent: "end", alignItems: "center", whiteSpace: "nowrap" },
  ".cm-badges": { fontSize: "0.8em", lineHeight: "1" },
  ".cm-badge": { color: "var(--task)" },
  ".cm-alarm": {
    minWidth: "1.1em",
    margin: "0.2em 0",
    borderRadius: "0.2em",
    background: "var(--error)",
    color: "var(--paper)",
    fontWeight: "700",
    lineHeight: "1.25em",
    textAlign: "center",
  },
});

// Stands left of the line numbers.
export const stopGutter = [
  stops,
  look,
  gutter({
    class: "cm-stops",
    // What can be clicked shows itself under the pointer.
    renderEmptyElements: true,
    markers: (view) => view.state.field(stops),
    domEventHandlers: { click: (view, { from }) => toggle(view, from) },
  }),
];

// Stands right of them.
export const signGutter = [
  tasks,
  problem,
  hints,
  gutter({
    class: "cm-signs",
    markers: ({ state }) => [state.field(problem).signs, state.field(tasks).signs],
  }),
];
