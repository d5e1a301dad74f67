// Numbers that can be changed without typing: hold Alt and drag over one, press Alt with an arrow key on one, or
// open its slider (Alt and a click, or a finger's touch). The text is told at once while a number moves, and all
// of one movement is one edit for undo.

import { isolateHistory } from "@codemirror/commands";
import { syntaxTree } from "@codemirror/language";
import { StateEffect, StateField, Transaction } from "@codemirror/state";
import { EditorView, showTooltip } from "@codemirror/view";

// So many pixels of a drag are one step.
const PIXELS = 5;

const PLAIN = /^\d+(\.\d*)?$/;

// Where a slider is open, or null.
const setSlider = StateEffect.define();

// The plain decimal number at a position, if there is one.
function numberAt(state, position) {
  for (const side of [1, -1]) {
    const node = syntaxTree(state).resolveInner(position, side);
    if (node.name !== "Number") continue;
    const text = state.sliceDoc(node.from, node.to);
    if (PLAIN.test(text)) return { from: node.from, to: node.to, text };
  }
  return null;
}

const decimals = (text) => text.split(".")[1]?.length ?? 0;

// Another number in the style of one: whole steps of its last digit, or tenths of that.
function moved(text, steps, finely) {
  const places = decimals(text) + (finely ? 1 : 0);
  const value = Math.max(0, Number(text) + steps / 10 ** places);
  return value.toFixed(places);
}

// A movement of one number, from where it was to where it is: a draft until it is settled.
class Movement {
  constructor(view, number) {
    this.view = view;
    this.from = number.from;
    this.before = number.text;
    this.text = number.text;
  }

  put(text, annotations, userEvent) {
    const { from, text: old } = this;
    this.text = text;
    this.view.dispatch({ changes: { from, to: from + old.length, insert: text }, annotations, userEvent });
  }

  to(text) {
    if (text !== this.text) this.put(text, [Transaction.addToHistory.of(false)], "move.number");
  }

  settle() {
    const { text, before } = this;
    if (text === before) return;
    this.put(before, [Transaction.addToHistory.of(false)], "move.number.settle");
    this.put(text, [isolateHistory.of("full")], "move.number.settle");
    this.before = text;
  }
}

// Is this update a number on its way, so that the run is to follow at once?
export const isMovement = (update) => update.transactions.some((one) => one.isUserEvent("move.number"));

// The two halves of settling leave the text as it was.
export const isSettling = (update) => update.transactions.every((one) => one.isUserEvent("move.number.settle"));

function step(view, steps, finely) {
  const number = numberAt(view.state, view.state.selection.main.head);
  if (!number) return false;
  const movement = new Movement(view, number);
  movement.to(moved(number.text, steps, finely));
  movement.settle();
  return true;
}

// Arrow keys with Alt, where the cursor is on a number: elsewhere they move lines.
export const numberKeys = [
  { key: "Alt-ArrowUp", run: (view) => step(view, 1, false) },
  { key: "Alt-ArrowDown", run: (view) => step(view, -1, false) },
];

function openSlider(view, number) {
  view.dispatch({ effects: setSlider.of(number.from) });
}

const slider = StateField.define({
  create: () => null,
  update(value, { changes, effects, selection, state }) {
    const latest = effects.findLast((one) => one.is(setSlider));
    if (latest) return latest.value;
    if (value === null) return null;
    const position = changes.mapPos(value, -1);
    const number = numberAt(state, position);
    const leaves = selection && number && (selection.main.head < number.from || selection.main.head > number.to);
    return number && !leaves ? number.from : null;
  },
  provide: (field) =>
    showTooltip.from(field, (position) =>
      position === null ? null : { pos: position, above: true, create: (view) => drawn(view, position) },
    ),
});

function drawn(view, position) {
  const dom = document.createElement("div");
  const input = document.createElement("input");
  const number = numberAt(view.state, position);
  dom.className = "cm-number";
  input.type = "range";
  input.setAttribute("aria-label", view.state.phrase("number"));
  if (number) fit(input, number.text);
  let movement = null;
  input.addEventListener("input", () => {
    const now = numberAt(view.state, view.state.field(slider) ?? position);
    if (!movement && now) movement = new Movement(view, now);
    movement?.to(Number(input.value).toFixed(decimals(movement.before)));
  });
  input.addEventListener("change", () => {
    movement?.settle();
    movement = null;
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && event.key !== "Enter") return;
    event.preventDefault();
    view.dispatch({ effects: setSlider.of(null) });
    view.focus();
  });
  dom.append(input);
  return { dom, mount: () => input.focus() };
}

// A slider reaches to twice the number, and to one at least.
function fit(input, text) {
  const value = Number(text);
  input.min = "0";
  input.max = String(Math.max(1, value * 2));
  input.step = String(1 / 10 ** decimals(text));
  input.value = text;
}

const look = EditorView.theme({
  ".cm-tooltip:has(.cm-number)": { border: "1px solid var(--rule-strong)", background: "var(--paper)" },
  ".cm-number input": { display: "block", width: "11rem", margin: "0.35rem 0.6rem", accentColor: "var(--accent)" },
});

const hands = EditorView.domEventHandlers({
  pointerdown(event, view) {
    if (!event.altKey && event.pointerType !== "touch") return false;
    const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
    const number = position === null ? null : numberAt(view.state, position);
    if (!number) return false;
    if (event.pointerType === "touch") {
      setTimeout(() => openSlider(view, number));
      return false;
    }
    event.preventDefault();
    const movement = new Movement(view, number);
    const start = event.clientX;
    let travelled = false;
    const move = (later) => {
      const steps = Math.round((later.clientX - start) / PIXELS);
      travelled ||= steps !== 0;
      movement.to(moved(number.text, steps, later.shiftKey));
    };
    const stop = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", stop);
      removeEventListener("pointercancel", stop);
      movement.settle();
      if (!travelled) openSlider(view, number);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", stop);
    addEventListener("pointercancel", stop);
    return true;
  },
});

export const numbers = [slider, look, hands];
