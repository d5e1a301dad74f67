// A program that runs in an embed: its text, what it printed, who did what when, and a cursor in that. The engine
// decides what there is to be seen, and this shows it; all embeds of a page share one engine (line.js).

import { element, figure } from "./figure.js";
import { Folded } from "./hidden.js";
import { ask, goOn, prepare, stop } from "./line.js";
import { showGraph, showLoop, showQuestion, showVariables } from "./panes.js";
import { atEvent, atTime, placeOf } from "./places.js";
import { STYLE } from "./style.js";
import { WORDS } from "./words.js";

export { prepare };

/// Of the width of a timeline, what is beside its lanes.
const BESIDE_LANES = 190;
/// How long a step lasts at speed 1, and how long one types until that is run, in milliseconds.
const STEP = 450;
const PAUSE = 500;
/// So many instructions a program may do before its reader is asked, unless its page says otherwise.
const LIMIT = 20e6;
/// What readers may write in, where they may not write everywhere.
const REGION = /^([ \t]*# region: edit[^\n]*\n)[^]*?^([ \t]*# endregion)/gm;

/// The comments before a program's first statement, the last of which is right.
const HEAD = /^(?:[^\S\n]*(?:#[^\n]*)?\n)*/;

/// The signs on buttons, as outlines of 24 by 24.
const SIGNS = {
  start: "M5 5h3v14H5zM20 5v14l-11-7z",
  back: "M17 5v14L7 12z",
  play: "M7 4v16l13-8z",
  pause: "M6 4h4v16H6zM14 4h4v16h-4z",
  on: "M7 5v14l10-7z",
};
const SVG = "http://www.w3.org/2000/svg";

const own = new CSSStyleSheet();
own.replaceSync(STYLE);

/// What figures wear, asked for once.
let sheets;
function figureSheets() {
  sheets ??= ask(null, { ask: "styles" }).then(({ light, dark }) =>
    [light, dark].map((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      return sheet;
    }),
  );
  sheets.catch(() => (sheets = undefined));
  return sheets;
}

/// What a link says.
export function reading(base, link, language) {
  prepare(base);
  return ask(null, { ask: "open link", link, language });
}

/// What a reader has asked for and no script waits for: that it failed has been said by then.
const unawaited = (promise) => void promise.catch(() => {});

/// The one that plays. When another begins, it pauses.
let playing = null;

function sign(button, outline) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", outline);
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  picture.append(path);
  button.replaceChildren(picture);
}

export class Player {
  #text;
  #host;
  #language;
  /// The sheet of the element that it is in, to which others come.
  #plain;
  /// Its run in the engine, the last moment of that, and where its cursor is.
  #run = null;
  #end = 0;
  /// How wide its timeline is drawn, and what time that ends at.
  #width = 1;
  #toNs = 0;
  #place = null;
  #hasRun = false;
  /// Whose tasks' lanes are drawn, which of them wrote each row of the log, and who is looked at.
  #tasks = { names: [], writers: [] };
  #chosen = null;
  /// Its run is not shown before its reader has said what they expect; and once they have.
  #isHidden = false;
  #isAnswered = false;
  /// What the cursor is to be moved to when it has been moved.
  #wish = null;
  #isMoving = false;
  #timer;
  /// Its elements, while it is near the screen.
  #parts = null;

  constructor(host, text) {
    this.#host = host;
    this.#text = Folded.of(text);
    this.#plain = [...host.shadowRoot.adoptedStyleSheets];
    this.#place = placeOf(host);
    this.#appear();
    prepare(host.base);
  }

  get text() {
    return this.#text.text;
  }

  destroy() {
    this.#leave();
    this.#keepRoom(null);
  }

  /// Puts what there is to be seen in the place of what the page has there.
  #appear() {
    if (this.#parts) return;
    const { shadowRoot } = this.#host;
    this.#build();
    shadowRoot.adoptedStyleSheets = [...this.#plain, own];
    shadowRoot.append(this.#parts.all);
    shadowRoot.querySelector("slot").inert = true;
    this.wear();
  }

  #leave() {
    this.pause();
    stop(this);
    clearTimeout(this.#timer);
    const { shadowRoot } = this.#host;
    this.#parts?.all.remove();
    this.#parts = null;
    shadowRoot.querySelector("slot").inert = false;
    shadowRoot.adoptedStyleSheets = this.#plain;
  }

  #build() {
    const button = (part, press, name = "step") => {
      const made = element("button", { type: "button", part, className: name });
      made.addEventListener("click", press);
      return made;
    };
    const to = (question) => () => (this.pause(), unawaited(this.#move(question)));
    const run = button("run", () => (this.#isBusy ? this.stop() : unawaited(this.run())), "run");
    const start = button("start", to({ event: 0 }));
    const back = button("back", () => (this.pause(), unawaited(this.#step(true))));
    const play = button("play", () => (playing === this ? this.pause() : unawaited(this.play())), "play");
    const on = button("on", () => (this.pause(), unawaited(this.#step(false))));
    const moment = element("input", { type: "range", min: 0, max: 0, value: 0, part: "moment" });
    moment.addEventListener("input", () => (this.pause(), unawaited(this.#move({ event: moment.valueAsNumber }))));
    const now = element("output", { part: "now" });
    const tasks = element("select", { part: "tasks", className: "step" }, element("option"));
    tasks.addEventListener("change", () => this.#choose(this.#tasks.names[tasks.selectedIndex - 1]));
    const open = element("a", { part: "open", target: "_blank", rel: "noopener" });
    const bar = element("div", { className: "bar", part: "toolbar" }, run, start, back, play, on, moment, now, tasks, open);

    const code = element("pre", { className: "code", part: "code" });
    const editor = element("textarea", {
      part: "editor", spellcheck: false, autocapitalize: "off", autocomplete: "off", wrap: "off", rows: 1,
    });
    editor.addEventListener("input", () => this.#typed());
    editor.addEventListener("keydown", (event) => this.#press(event));
    const program = element("div", { className: "program", part: "program" }, code, editor);
    const pane = (className, part = className) => {
      const made = element("div", { className, part, tabIndex: 0 });
      made.setAttribute("role", "group");
      return made;
    };
    const output = pane("output", "log");
    output.addEventListener("click", ({ target }) => this.#pointOut(target, output, ".log-row", ".log-name", this.#tasks.writers));
    const picture = pane("picture", "timeline");
    picture.addEventListener("click", (event) => this.#point(event));
    const [graph, loop, variables] = [pane("graph"), pane("loop"), pane("variables")];
    const question = element("div", { className: "question", part: "question" });
    const panes = element("div", { className: "panes" }, program, question, output, picture, graph, loop, variables);
    const level = element("p", { className: "level", part: "level" });
    const status = element("div", { className: "status", part: "status" });
    status.setAttribute("role", "status");
    const all = element("div", { className: "interleave-figure", part: "figure" }, bar, panes, status, level);
    all.setAttribute("role", "group");
    this.#parts = {
      all, bar, run, start, back, play, on, moment, now, tasks, open, code, editor, program, output, picture, graph, loop,
      variables, question, status, level,
    };
    this.#show();
  }

  // How it looks.

  /// Looks as its surroundings and attributes have it.
  wear() {
    if (!this.#parts) return;
    const {
      all, bar, run, start, back, play, on, moment, tasks, open, editor, program, output, picture, graph, loop, variables, level,
    } = this.#parts;
    const host = this.#host;
    const language = host.language;
    const words = WORDS[language];
    all.lang = language;
    all.setAttribute("aria-label", host.label || "Interleave");
    run.textContent = this.#isBusy ? `■ ${words.stop}` : `▶ ${words.run}`;
    for (const [button, outline, name] of [
      [start, SIGNS.start, words.start],
      [back, SIGNS.back, words.back],
      playing === this ? [play, SIGNS.pause, words.pause] : [play, SIGNS.play, words.play],
      [on, SIGNS.on, words.on],
    ]) {
      sign(button, outline);
      button.title = name;
      button.setAttribute("aria-label", name);
    }
    moment.setAttribute("aria-label", words.moment);
    tasks.setAttribute("aria-label", words.tasks);
    tasks[0].text = words.allTasks;
    const isOther = /^3\.\d+/.test(host.python) && !/^3\.13(\.|$)/.test(host.python);
    level.textContent = isOther ? words.level(host.python) : "";
    open.textContent = "Interleave ↗";
    open.title = words.open;
    editor.setAttribute("aria-label", words.program);
    editor.readOnly = host.editable === "off";
    output.setAttribute("aria-label", words.log);
    picture.setAttribute("aria-label", words.timeline);
    graph.setAttribute("aria-label", words.graph);
    variables.setAttribute("aria-label", words.variables);
    const { code, log, timeline, isLoopWhole, ...moments } = this.#views;
    loop.setAttribute("aria-label", isLoopWhole ? words.loop : words.things);
    program.hidden = !code;
    output.hidden = !log;
    picture.hidden = !timeline;
    graph.hidden = !moments.graph;
    loop.hidden = !moments.loop;
    variables.hidden = !moments.variables;
    program.classList.toggle("alone", output.hidden);
    output.classList.toggle("alone", program.hidden);
    bar.hidden = host.controls === "none";
    const isDark = host.isDark;
    const height = Number.parseFloat(host.height);
    const isFixed = height > 0 || host.height === "fit";
    host.style.height = height > 0 ? `${height}px` : "";
    all.className = ["interleave-figure", isDark && "dark", ["stack", "split"].includes(host.layout) ? host.layout : "auto",
      host.controls, isFixed && "fixed", this.#isHidden && "hiding", this.#chosen !== null && "choosing"].filter(Boolean).join(" ");
    figureSheets().then((both) => {
      host.shadowRoot.adoptedStyleSheets = [...this.#plain, both[Number(isDark)], own];
    }, () => {});
    if (this.#language !== language) {
      const spoke = this.#language;
      this.#language = language;
      if (spoke && this.#run) unawaited(this.#execute(this.#place));
    }
  }

  get #views() {
    const named = new Set(this.#host.view.split(/\s+/));
    const [code, log, timeline, graph, isLoopWhole, resources, variables] =
      ["code", "log", "timeline", "graph", "loop", "resources", "vars"].map((name) => named.has(name));
    return { code, log, timeline, graph, isLoopWhole, loop: isLoopWhole || resources, variables };
  }

  get #limit() {
    const wanted = Number(this.#host.limit);
    return wanted > 0 ? Math.min(Math.max(wanted, 1e3), 2e10) : LIMIT;
  }

  get #words() {
    return WORDS[this.#language ?? "en"];
  }

  #say(...lines) {
    this.#parts?.status.replaceChildren(...lines);
  }

  /// The text, without colours until it has run.
  #show() {
    const { code, editor } = this.#parts;
    const { shown } = this.#text;
    code.replaceChildren(element("code", {}, shown));
    if (editor.value !== shown) editor.value = shown;
  }

  change(name) {
    if (name === "src") this.#host.getCode().then((text) => this.write(text), () => {});
    if (["t", "event", "start"].includes(name)) unawaited(this.#move(placeOf(this.#host)));
    if (["stdin", "seed", "limit"].includes(name) && (this.#hasRun || this.#isBusy)) unawaited(this.run());
    if (name === "check" && this.#hasRun) {
      this.#isAnswered = false;
      unawaited(this.run());
    }
    // What it has not been asked for yet may be wanted now.
    if (name === "view" && this.#run) unawaited(this.#move({ event: this.#place.event }));
  }

  /// Says what is wrong with where it came from.
  complain(sentence) {
    this.#say(sentence);
  }

  // What it runs.

  get #isBusy() {
    return this.#parts?.all.hasAttribute("aria-busy");
  }

  #busy(is) {
    if (is) this.#parts?.all.setAttribute("aria-busy", "true");
    else this.#parts?.all.removeAttribute("aria-busy");
    this.wear();
  }

  async run() {
    this.pause();
    this.#isHidden = this.#host.check !== "" && !this.#isAnswered;
    this.#host.tell("runstart", {});
    const ran = await this.#execute(this.#hasRun ? { end: true } : placeOf(this.#host));
    const { exit, ending } = ran.outcome;
    const detail = { exit, ending, endNs: ran.endNs };
    this.#host.tell("runend", detail);
    return detail;
  }

  /// Runs the text, and shows how that looks at a place.
  async #execute(place) {
    clearTimeout(this.#timer);
    this.#appear();
    const { text } = this;
    this.#say(this.#words.loading);
    this.#busy(true);
    const width = Math.min(Math.max(this.#parts.all.clientWidth - BESIDE_LANES, 160), 4000);
    try {
      const ran = await ask(this, {
        ask: "run", text, width, stdin: this.#host.stdin, seed: this.#seed, limit: this.#limit, ...this.#manner, ...place,
      });
      this.#hasRun = true;
      // It may have been left meanwhile.
      if (ran.figure && this.#parts) {
        this.#run = ran.id;
        this.#end = ran.end;
        this.#toNs = ran.toNs;
        this.#width = width;
        this.#tasks = ran.tasks;
        this.#draw(ran.figure);
        this.#stand(ran.position);
      }
      // What could not begin leaves the picture of another run.
      this.#parts?.all.classList.toggle("older", !ran.figure);
      this.#conclude(ran.outcome, ran.figure ? this.#words.failed : this.#words.mistake);
      if (this.#isHidden) await this.#question(ran, text);
      unawaited(this.#offer(text));
      return ran;
    } catch (error) {
      this.#say(this.#words.broken);
      this.#host.tell("error", { message: error.message });
      throw error;
    } finally {
      this.#busy(false);
      // Its reader has gone on meanwhile.
      if (!this.#host.isNear) this.rest();
    }
  }

  /// Asks its reader about the run; shows that at once if there is nothing to be asked.
  async #question({ id, figure }, text) {
    const { check } = this.#host;
    const { question } = figure ? await ask(this, { ask: "question", run: id, check, language: this.#language }) : {};
    // Something else runs meanwhile, or is asked.
    if (text !== this.text || check !== this.#host.check) return;
    if (!question) this.#isHidden = false;
    else if (this.#parts) showQuestion(this.#parts.question, question, this.#words, (choice) => unawaited(this.#judge(choice)));
  }

  async #judge({ isRight, lines, verdict, event }) {
    this.#isHidden = false;
    this.#isAnswered = true;
    this.wear();
    this.#parts.run.focus({ preventScroll: true });
    this.#host.tell(isRight ? "checkpass" : "checkfail", { check: this.#host.check, answer: lines.join("\n") });
    if (!isRight) await this.#move({ event });
    this.#parts?.status.prepend(element("strong", {}, verdict), " ");
  }

  #draw({ code, log, timeline }) {
    const parts = this.#parts;
    parts.code.replaceChildren(...figure(code).childNodes);
    parts.output.replaceChildren(figure(log));
    const drawn = figure(timeline);
    const lanes = drawn.querySelector(".lanes svg");
    const cursor = document.createElementNS(SVG, "path");
    cursor.setAttribute("class", "cursor");
    cursor.setAttribute("d", `M0 0V${lanes?.getAttribute("height") ?? 0}`);
    lanes?.firstElementChild.append(cursor);
    parts.cursor = cursor;
    parts.picture.replaceChildren(drawn);
    parts.moment.max = this.#end;
    const { names } = this.#tasks;
    parts.tasks.replaceChildren(...[this.#words.allTasks, ...names].map((name) => element("option", {}, name)));
    // Who is not there any more is not looked at.
    if (!names.includes(this.#chosen)) this.#choose(null);
    else this.#mark();
  }

  #conclude({ ending, problem, stopped, waits, exit }, failed) {
    const words = this.#words;
    const head = stopped ? words.stopped : { deadlock: words.stuck, limit: words.limit }[ending] ?? (exit ? failed : "");
    const lines = [];
    if (head) lines.push(element("strong", {}, head));
    for (const wait of waits) lines.push(element("div", {}, wait));
    if (problem) lines.push(element("pre", { part: "problem", tabIndex: 0 }, problem.text.trimEnd()));
    if (problem?.help) lines.push(element("div", {}, problem.help));
    if (lines.length) this.#say(...lines);
    else if (!this.#place) this.#say("");
  }

  /// Called by the line: the run has done what it may without its reader's leave.
  paused() {
    const button = (name, press) => {
      const made = element("button", { type: "button" }, name);
      made.addEventListener("click", press);
      return made;
    };
    const words = this.#words;
    const on = button(words.goOn, () => (this.#say(words.running), goOn(this)));
    const count = new Intl.NumberFormat(this.#language).format(this.#limit);
    this.#say(words.paused(count), " ", on, " ", button(words.stop, () => this.stop()));
  }

  stop() {
    stop(this);
  }

  async #offer(text) {
    const { link } = await this.#link(text);
    if (link && this.#parts) this.#parts.open.href = new URL(link, this.#host.base);
  }

  get #seed() {
    return this.#host.seed.match(/^\s*(-?\d+)\s*$/)?.[1] ?? "";
  }

  /// Links have no seed but the program's own: one from outside becomes that.
  #link(text) {
    const seed = this.#seed;
    if (seed) text = text.replace(HEAD, (head) => `${head}# interleave: seed=${seed}\n`);
    return ask(this, { ask: "make link", text, language: this.#language, ns: this.#place?.ns });
  }

  async share() {
    const { link, complaint } = await this.#link(this.text);
    if (!link) throw new Error(complaint);
    const url = new URL(link, this.#host.base).href;
    this.#host.tell("share", { url });
    return url;
  }

  async picture() {
    if (!this.#run) await this.run();
    const seen = await this.#look({ ...this.#place, whole: true });
    return seen.svg;
  }

  /// What happened, event by event, as lines of JSON.
  async record() {
    if (!this.#run) await this.run();
    const { lines } = await ask(this, { ask: "record", run: this.#run });
    if (lines !== undefined) return lines;
    const { id } = await this.#execute({ event: this.#place?.event });
    return (await ask(this, { ask: "record", run: id })).lines ?? "";
  }

  // Where its cursor is.

  get state() {
    const { event, ns } = this.#place ?? {};
    return { event, time: ns === undefined ? undefined : ns / 1e9, end: this.#end, task: this.#chosen };
  }

  /// How it is looked at.
  get #manner() {
    const { graph, loop, variables } = this.#views;
    return { language: this.#language, graph, loop, variables };
  }

  /// Looks at its run. If others have run since, that is gone, and run again.
  async #look(question) {
    if (this.#run) {
      const seen = await ask(this, { ask: "look", run: this.#run, ...this.#manner, ...question });
      if (seen.is === "seen") return seen;
    }
    const { step, back, whole, ...place } = question;
    const ran = await this.#execute(place);
    if (!ran.figure || (!step && !whole)) return ran;
    return ask(this, { ask: "look", run: ran.id, ...this.#manner, ...question });
  }

  /// Moves the cursor, or does so when it has been moved; only the last wish counts.
  async #move(question) {
    this.#wish = question;
    if (this.#isMoving) return;
    this.#isMoving = true;
    try {
      while (this.#wish) {
        const wish = this.#wish;
        this.#wish = null;
        const { position } = await this.#look(wish);
        if (!position) return;
        this.#stand(position);
        this.#host.tell("seek", { event: position.event, time: position.ns / 1e9 });
      }
    } catch (error) {
      this.#say(this.#words.broken);
      throw error;
    } finally {
      this.#isMoving = false;
    }
  }

  #step(back, pace = "line") {
    return this.#move({ event: this.#place?.event ?? 0, step: pace, back });
  }

  async step(count) {
    const end = this.#end || Number.MAX_SAFE_INTEGER;
    const event = Math.trunc(Number(count) || 0) + (this.#place?.event ?? 0);
    await this.#move({ event: Math.min(Math.max(event, 0), end) });
    return this.state;
  }

  async seek({ time, event } = {}) {
    this.pause();
    if (Number.isFinite(time)) await this.#move(atTime(time));
    else if (Number.isFinite(event)) await this.#move(atEvent(event));
    return this.state;
  }

  #stand(position) {
    this.#place = position;
    if (!this.#parts) return;
    const { moment, now, cursor, output, code, graph, loop, variables } = this.#parts;
    moment.value = position.event;
    const words = this.#words;
    now.textContent = `${Number((position.ns / 1e9).toFixed(3))} ${words.seconds}`;
    moment.setAttribute("aria-valuetext", `${now.textContent}: ${position.sentence}`);
    cursor?.setAttribute("transform", `translate(${position.x} 0)`);
    output.querySelectorAll(".log-row").forEach((row, index) => row.classList.toggle("later", index >= position.rows));
    const here = new Set(position.marks.filter(({ runs }) => runs).map(({ line }) => line));
    code.querySelectorAll(".code-line").forEach((line, index) => line.classList.toggle("here", here.has(index)));
    if (position.loop) showLoop(loop, position.loop, this.#views.isLoopWhole, words);
    if (position.graph) showGraph(graph, position.graph);
    if (position.variables) showVariables(variables, position.variables, words);
    this.#say(position.note ?? position.sentence);
  }

  // Who is looked at: the rest stands back.

  #choose(name = null) {
    const before = this.#chosen;
    this.#chosen = name;
    if (this.#parts) this.#mark();
    if (name !== before) this.#host.tell("select", { task: name });
  }

  async select(name) {
    if (!this.#run) await this.#execute({ event: this.#place?.event });
    if (name === null || this.#tasks.names.includes(name)) this.#choose(name);
    return this.state;
  }

  #mark() {
    const { all, output, picture, tasks } = this.#parts;
    const { names, writers } = this.#tasks;
    const isChosen = (lane) => this.#chosen !== null && names[lane] === this.#chosen;
    all.classList.toggle("choosing", this.#chosen !== null);
    output.querySelectorAll(".log-row").forEach((row, index) => row.classList.toggle("chosen", isChosen(writers[index])));
    for (const lanes of [".lane-name", ".lane"]) {
      picture.querySelectorAll(lanes).forEach((lane, index) => lane.classList.toggle("chosen", isChosen(index)));
    }
    tasks.selectedIndex = names.indexOf(this.#chosen) + 1;
  }

  /// Looks at whose name has been pointed at, in one of the rows; at all again if that was so already.
  #pointOut(target, pane, rows, names, owners) {
    const row = target.closest(names)?.closest(rows);
    if (!row) return false;
    const index = [...pane.querySelectorAll(rows)].indexOf(row);
    const name = this.#tasks.names[owners ? owners[index] : index] ?? null;
    this.#choose(name === this.#chosen ? null : name);
    return true;
  }

  #point(event) {
    if (this.#pointOut(event.target, this.#parts.picture, ".lane-name", ".lane-name")) return;
    const lanes = this.#parts.picture.querySelector(".lanes svg > g");
    if (!lanes) return;
    const { x } = new DOMPoint(event.clientX, event.clientY).matrixTransform(lanes.getScreenCTM().inverse());
    this.pause();
    unawaited(this.#move({ ns: Math.min(Math.max(x / this.#width, 0), 1) * this.#toNs }));
  }

  // Playing.

  async play() {
    if (playing && playing !== this) playing.pause();
    playing = this;
    this.wear();
    if (!this.#run) await this.#execute({ event: 0 });
    const { loopFrom, loopTo } = this.#host;
    const from = loopFrom === "" ? { event: 0 } : { ns: Number(loopFrom) * 1e9 };
    if ((this.#place?.event ?? 0) >= this.#end || loopFrom !== "") await this.#move(from);
    while (playing === this) {
      const speed = Math.min(Math.max(Number(this.#host.speed) || 1, 0.1), 10);
      await new Promise((resolve) => setTimeout(resolve, STEP / speed));
      if (playing !== this) return;
      const before = this.#place.event;
      await this.#step(false);
      const isOver = this.#place.event >= this.#end || this.#place.event === before;
      const isOut = loopTo !== "" && this.#place.ns >= Number(loopTo) * 1e9;
      if ((isOver || isOut) && loopFrom !== "") await this.#move(from);
      else if (isOver || isOut) this.pause();
    }
  }

  pause() {
    if (playing !== this) return;
    playing = null;
    this.wear();
  }

  // Off the screen it keeps its text and its place; the rest is made again.

  rest() {
    if (!this.#parts || !this.#hasRun || this.#isBusy) return;
    this.#keepRoom(this.#host.getBoundingClientRect().height);
    this.#run = null;
    this.#leave();
  }

  async wake() {
    if (this.#parts || !this.#hasRun) return;
    await this.#execute({ event: this.#place?.event }).catch(() => {});
    this.#keepRoom(null);
  }

  /// Keeps the page from moving; the margins of what it has there must not reach out of the room that is kept.
  #keepRoom(height) {
    const { style } = this.#host;
    style.minHeight = height ? `${height}px` : "";
    style.display = height ? "flow-root" : "";
  }

  // Writing.

  #typed() {
    const { editor } = this.#parts;
    const { selectionStart: place, value } = editor;
    const written = this.#text.become(value);
    if (!this.#mayBecome(written.text)) {
      this.#show();
      // Where it was before that.
      const back = Math.max(place - Math.max(value.length - editor.value.length, 0), 0);
      return editor.setSelectionRange(back, back);
    }
    this.#text = written;
    this.#show();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#host.tell("change", { text: this.text });
      unawaited(this.run());
    }, PAUSE);
  }

  /// Where readers may write in regions alone, what is around them stays as it is.
  #mayBecome(text) {
    const around = (text) => text.replace(REGION, "$1$2");
    return this.#host.editable !== "region" || around(text) === around(this.text);
  }

  #press(event) {
    // An input method's own keys are not for us.
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      unawaited(this.run());
    }
  }

  async write(text) {
    this.#text = Folded.of(text);
    this.#isAnswered = false;
    if (this.#parts) this.#show();
    this.#place = null;
    if (this.#hasRun) await this.run();
  }
}
