// The code editor: CodeMirror 6, set up for small Python programs.
//
// With signs.js and scrub.js the only JavaScript the page writes besides boot.js. It knows
// nothing of Interleave: a host element, a text and signs go in, events come out.
// `src/editor.rs` is its one caller; `npm run build` makes editor.min.js of it.

import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, redo, undo } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  LanguageSupport,
  syntaxHighlighting,
} from "@codemirror/language";
import { Annotation, Compartment, EditorState, Prec, Transaction } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { isMovement, isSettling, numberKeys, numbers } from "./scrub.js";
import { setHints, setProblem, setTasks, signGutter, stopGutter, stopLines, toggleStopHere } from "./signs.js";

// Every colour is a custom property of the page: they cross the shadow root, so
// a change of theme needs nothing here.
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.self], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.className],
    color: "var(--code-function)",
  },
  { tag: [tags.meta, tags.escape], color: "var(--code-meta)" },
  { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
  { tag: tags.invalid, color: "var(--error)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", fontSize: "var(--code-size)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.65" },
  ".cm-content": { padding: "0.25rem 0 0.75rem", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 1rem 0 0.25rem" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  ".cm-gutters": { border: "none", background: "transparent", color: "var(--ink-faint)" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "1.75rem", padding: "0 0.25rem 0 0" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "transparent" },
  "&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter": { background: "var(--line-active)" },
  "&.cm-focused .cm-activeLineGutter": { color: "var(--ink)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    background: "var(--selection)",
  },
  "&.cm-focused .cm-matchingBracket": { background: "var(--selection)", outline: "1px solid var(--rule-strong)" },
  "&.cm-focused .cm-nonmatchingBracket": { background: "transparent", color: "var(--error)" },
});

// What a screen reader says on entering: the editor's name, and the way out of
// it, since Tab indents. (Esc, then Tab within two seconds, is CodeMirror's own.)
// The index says that the keyboard gets there, to those who don't know that it does.
const spoken = (name, wayOut) =>
  EditorView.contentAttributes.of({ "aria-label": name, "aria-description": wayOut, tabindex: "0" });

// Typing over several lines: left to itself the browser would keep their look in
// a style attribute, which the policy forbids, loudly.
const typeOverLines = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { doc, selection } = view.state;
    const { from, to } = selection.main;
    const ours = event.inputType === "insertText" && event.data && !view.composing && to > doc.lineAt(from).to;
    if (ours) view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return Boolean(ours);
  },
});

// A change that the page has made itself, and need not be told of.
const known = Annotation.define();

// The change that makes `text` of a document: what both begin and end with stays.
function difference(doc, text) {
  const old = doc.toString();
  const most = Math.min(old.length, text.length);
  let from = 0;
  while (from < most && old[from] === text[from]) from++;
  let end = 0;
  while (end < most - from && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  return { from, to: old.length - end, insert: text.slice(from, text.length - end) };
}

// How long after its end a composition by an input method has settled.
const SETTLED_MILLIS = 50;

// Open a shadow root in `host` and an editor in it. A shadow root, because there
// CodeMirror adopts its style sheets as objects, where in the document it would
// write a <style> element, which the page's policy forbids.
//
// `changed(editor)` is called after every change of the text and at the end of
// every composition by an input method; it may ask `editor.composing()`.
// `stopped(lines)` hears the breakpoints when they change, `run()` the keys that
// run the program.
export function createEditor(host, text, changed, stopped, run) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const names = new Compartment();
  const runs = { run: () => (run(), true) };
  let hurried = false;
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        stopGutter,
        lineNumbers(),
        signGutter,
        highlightSpecialChars(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        history(),
        drawSelection({ cursorBlinkRate: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 1200 }),
        bracketMatching(),
        indentOnInput(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        new LanguageSupport(pythonLanguage),
        syntaxHighlighting(colours),
        look,
        typeOverLines,
        numbers,
        Prec.high(
          keymap.of([
            { key: "Mod-Enter", ...runs },
            { key: "Ctrl-Enter", ...runs },
            { key: "Shift-Enter", ...runs },
            { key: "Alt-Enter", run: toggleStopHere },
            ...numberKeys,
          ]),
        ),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        names.of([]),
        EditorView.updateListener.of((update) => {
          const told = update.transactions.every((one) => !one.docChanged || one.annotation(known));
          hurried = isMovement(update);
          if (update.docChanged && !told && !isSettling(update)) changed(editor);
          hurried = false;
          const lines = stopLines(update.state);
          if (String(lines) !== String(stopLines(update.startState))) stopped(lines);
        }),
        EditorView.domEventObservers({
          compositionend() {
            changed(editor);
            setTimeout(showHeld, SETTLED_MILLIS);
          },
        }),
      ],
    }),
  });

  // Signs that came in the middle of a composition, which they would disturb: the
  // latest of each kind.
  const held = new Map();
  // Taking away what is not there would cost the browser a layout.
  const shown = new Set();
  function show(kind, value, some) {
    if (!some && !shown.has(kind)) return;
    shown[some ? "add" : "delete"](kind);
    if (view.composing) held.set(kind, value);
    else view.dispatch({ effects: kind.of(value) });
  }
  function showHeld() {
    if (view.composing) return;
    const effects = [...held].map(([kind, value]) => kind.of(value));
    held.clear();
    if (effects.length) view.dispatch({ effects });
  }

  // Scrolls the editor alone, where it scrolls: the page stays where the reader has it.
  const MARGIN = 24;
  const bringIntoSight = (place) =>
    view.requestMeasure({
      key: "sight",
      read() {
        const line = view.lineBlockAt(Math.min(place, view.state.doc.length));
        const { scrollTop, clientHeight } = view.scrollDOM;
        const top = line.top + view.documentPadding.top - MARGIN;
        const bottom = line.bottom + view.documentPadding.top + MARGIN;
        return Math.min(Math.max(scrollTop, bottom - clientHeight), top);
      },
      write(scrollTop) {
        if (scrollTop !== view.scrollDOM.scrollTop) view.scrollDOM.scrollTop = scrollTop;
      },
    });

  const editor = {
    text: () => view.state.doc.toString(),
    composing: () => view.composing,
    // The change being told is one of many that a hand makes: the run is to follow each.
    hurried: () => hurried,
    name: (name, wayOut, number) => {
      const phrases = EditorState.phrases.of({ number });
      view.dispatch({ effects: names.reconfigure([spoken(name, wayOut), phrases]) });
    },
    // Three lists of the same length. The reader who looks on, and does not type,
    // is shown where it runs.
    showTasks(places, colours, states, titles) {
      const tasks = titles.map((title, i) => ({ from: places[i], colour: colours[i], state: states[i], title }));
      show(setTasks, tasks, tasks.length);
      const running = tasks.find(({ state }) => state === "running");
      if (running && !view.hasFocus && running.from <= view.state.doc.length) {
        bringIntoSight(running.from);
      }
    },
    showProblem: (from, to, title) => show(setProblem, { from, to, title }, true),
    clearProblem: () => show(setProblem, null, false),
    showHints(from, to, titles) {
      const hints = titles.map((title, at) => ({ from: from[at], to: to[at], title }));
      show(setHints, hints, hints.length);
    },
    reveal(from, to) {
      const end = view.state.doc.length;
      view.dispatch({
        selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
        effects: EditorView.scrollIntoView(Math.min(from, end), { y: "center" }),
      });
      view.focus();
    },
    // Bring a place into sight, and leave the reader and the selection where they are.
    show: bringIntoSight,
    // One edit, which one undo takes back.
    replace: (text) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: isolateHistory.of("full"),
        userEvent: "input.replace",
        scrollIntoView: true,
      }),
    // Another text for now, which no undo knows of.
    draft(text) {
      const annotations = [known.of(true), Transaction.addToHistory.of(false)];
      view.dispatch({ changes: difference(view.state.doc, text), annotations });
    },
    // What was a draft, as one edit of the text that was there before.
    settle(before, text) {
      editor.draft(before);
      const annotations = [known.of(true), isolateHistory.of("full")];
      view.dispatch({ changes: difference(view.state.doc, text), annotations, userEvent: "input.pull" });
    },
    // Several changes of one text in order, as one edit: what stands outside them keeps the selection.
    change: (from, to, inserts) =>
      view.dispatch({
        changes: inserts.map((insert, i) => ({ from: from[i], to: to[i], insert })),
        annotations: isolateHistory.of("full"),
        userEvent: "input.replace",
      }),
    undo: () => void undo(view),
    redo: () => void redo(view),
    destroy: () => view.destroy(),
  };
  return editor;
}
