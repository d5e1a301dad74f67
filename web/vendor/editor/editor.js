// The code editor: CodeMirror 6, set up for small Python programs.
//
// The only JavaScript the page writes besides boot.js. It knows nothing of
// Interleave: a host element, a text and its names go in; "it changed" comes out.
// `src/editor.rs` is its one caller; `npm run build` makes editor.min.js of it.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  LanguageSupport,
  syntaxHighlighting,
} from "@codemirror/language";
import { Compartment, EditorState } from "@codemirror/state";
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
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.75rem", padding: "0 0.5rem 0 0" },
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
const spoken = (name, wayOut) =>
  EditorView.contentAttributes.of({ "aria-label": name, "aria-description": wayOut });

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

// Open a shadow root in `host` and an editor in it. A shadow root, because there
// CodeMirror adopts its style sheets as objects, where in the document it would
// write a <style> element, which the page's policy forbids.
//
// `changed(editor)` is called after every change of the text and at the end of
// every composition by an input method; it may ask `editor.composing()`.
export function createEditor(host, text, changed) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const names = new Compartment();
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
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
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        names.of([]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(editor);
        }),
        EditorView.domEventObservers({ compositionend: () => changed(editor) }),
      ],
    }),
  });
  const editor = {
    text: () => view.state.doc.toString(),
    composing: () => view.composing,
    name: (name, wayOut) => view.dispatch({ effects: names.reconfigure(spoken(name, wayOut)) }),
    destroy: () => view.destroy(),
  };
  return editor;
}
