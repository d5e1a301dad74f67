// <interleave-play>: a program in somebody's page that can be run where it stands. This file is all that such a
// page loads until a program is near the screen or started; what draws it is in embed/player.js.
//
//   <script type="module" src="…/embed.js" data-interleave="pre code.language-python"></script>
//
// gives every block that the selector finds an element around it; elements that the page has are found anyway.
// docs/embedding.md lists attributes, methods, events, variables and parts.

const TAG = "interleave-play";
const LANGUAGES = ["zh-Hant", "zh-Hans", "en"];
const RUN = { "zh-Hant": "執行", "zh-Hans": "运行", en: "Run" };

// Every attribute is a property, too: `loop-from` is `loopFrom`. Unknown ones are nobody's business.
const ATTRIBUTES = {
  autorun: "off", check: "", controls: "full", editable: "on", event: "", for: "", height: "auto", label: "", lang: "auto",
  layout: "auto", limit: "", loading: "lazy", "loop-from": "", "loop-to": "", python: "", seed: "", speed: "1", src: "", start: "", stdin: "", t: "",
  theme: "auto", view: "code log timeline",
};

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(`
  :host { display: block; position: relative; margin-block: 1em; color-scheme: normal }
  :host([hidden]) { display: none }
  /* What stands there remains, unseen: other figures of the page may be drawn with the patterns of this one. */
  slot[inert] { display: block; position: absolute; width: 0; height: 0; overflow: hidden; opacity: 0; contain: strict }
  .start {
    position: absolute; inset-block-start: .4em; inset-inline-end: .4em; z-index: 1; margin: 0; padding: .3em .8em;
    border: 1px solid currentcolor; border-radius: var(--interleave-radius, 6px); cursor: pointer;
    background: var(--interleave-accent, #0d6e67); color: var(--interleave-on-accent, #fff);
    font: 600 14px/1.4 var(--interleave-font, system-ui, sans-serif);
  }
  .start:focus-visible { outline: 3px solid var(--interleave-focus, #2c86b3); outline-offset: 2px }
  .start[aria-busy] { cursor: progress; opacity: .75 }
  @media print {
    :host { height: auto !important; min-height: 0 !important }
    .start { display: none }
  }
`);

const base = new URL(".", import.meta.url);
const player = () => import("./embed/player.js");
const line = () => import("./embed/line.js");

// One watch for all elements, over what their page does with its theme and language.
const living = new Set();
const refresh = () => living.forEach((element) => element.refresh());
new MutationObserver(refresh).observe(document, { subtree: true, attributes: true, attributeFilter: ["lang"] });
const themes = new MutationObserver(refresh);
for (const element of [document.documentElement, document.body]) if (element) themes.observe(element, { attributes: true });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);
// Paper is light.
let isPrinted = false;
for (const kind of ["beforeprint", "afterprint"]) {
  addEventListener(kind, () => {
    isPrinted = kind === "beforeprint";
    refresh();
  });
}
// Grounds may change little by little.
document.addEventListener("transitionend", ({ target }) => target.contains?.(document.body) && refresh());

// Near the screen one gets ready, and away from it one rests.
const sights = new IntersectionObserver(
  (entries) => entries.forEach(({ target, isIntersecting }) => target.appear(isIntersecting)),
  { rootMargin: "200px" },
);

class InterleavePlay extends HTMLElement {
  static observedAttributes = Object.keys(ATTRIBUTES);

  #player = null;
  #loading = null;
  #text = null;
  #isNear = false;
  #start = document.createElement("button");

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    root.adoptedStyleSheets = [SHEET];
    Object.assign(this.#start, { className: "start", type: "button" });
    this.#start.part = "run";
    this.#start.addEventListener("click", () => this.run().catch(() => {}));
    for (const kind of ["pointerenter", "focus"]) this.#start.addEventListener(kind, () => this.#expect());
    root.append(document.createElement("slot"), this.#start);
    // What is typed here is for nobody else, but for ways out and what the browser does with its own keys.
    for (const kind of ["keydown", "keyup", "keypress"]) {
      root.addEventListener(kind, (event) => {
        if (event.key !== "Tab" && event.key !== "Escape") event.stopPropagation();
      });
    }
  }

  connectedCallback() {
    const block = this.for && document.querySelector(this.for);
    if (block && !this.contains(block) && !block.contains(this)) this.append(block.closest("pre") ?? block);
    living.add(this);
    this.refresh();
    sights.observe(this);
    if (this.loading === "eager") this.prepare();
    if (this.autorun === "on") this.run().catch(() => {});
  }

  disconnectedCallback() {
    living.delete(this);
    sights.unobserve(this);
    this.#player?.rest();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected) return;
    if (name === "src") this.#text = null;
    this.refresh();
    this.#player?.change(name);
  }

  // What the player wants to know of its surroundings.

  get base() {
    return base;
  }

  get language() {
    let wanted = this.lang;
    if (!wanted || wanted === "auto") {
      // Through the roots that it may lie in.
      for (let at = this; at && (!wanted || wanted === "auto"); at = at.parentElement ?? at.getRootNode().host) {
        wanted = at.getAttribute("lang");
      }
    }
    return spoken(wanted) ?? navigator.languages.map(spoken).find(Boolean) ?? "en";
  }

  get isDark() {
    return !isPrinted && (this.theme === "dark" || (this.theme !== "light" && isDark(this)));
  }

  get isNear() {
    return this.#isNear;
  }

  refresh() {
    this.#start.textContent = `▶ ${RUN[this.language]}`;
    if (this.label) this.#start.setAttribute("aria-label", `${RUN[this.language]}: ${this.label}`);
    this.#start.hidden = this.controls === "none" || this.#player !== null;
    this.#player?.wear();
  }

  appear(isNear) {
    this.#isNear = isNear;
    if (!isNear) return this.#player?.rest();
    if (this.#player) this.#player.wake();
    else if (this.autorun === "visible") this.run().catch(() => {});
    else if (this.loading === "lazy") this.prepare();
  }

  /// Fetches the engine, and runs nothing.
  prepare() {
    line().then(({ prepare }) => prepare(base)).catch((error) => this.tell("error", { message: error.message }));
  }

  /// Fetches the player, too, for somebody reaches for it.
  #expect() {
    this.prepare();
    player().catch(() => {});
  }

  tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(`interleave-${kind}`, { bubbles: true, composed: true, detail }));
  }

  async #load() {
    this.#start.setAttribute("aria-busy", "true");
    try {
      const [{ Player }, text] = await Promise.all([player(), this.getCode()]);
      this.#player ??= new Player(this, text);
      this.#player.wear();
      this.#start.remove();
      this.tell("ready", {});
      return this.#player;
    } catch (error) {
      this.#loading = null;
      this.tell("error", { message: error.message });
      throw error;
    } finally {
      this.#start.removeAttribute("aria-busy");
    }
  }

  #ready() {
    return (this.#loading ??= this.#load());
  }

  // For scripts of the page.

  async run() {
    return (await this.#ready()).run();
  }

  async stop() {
    return this.#player?.stop();
  }

  async step(count = 1) {
    return (await this.#ready()).step(count);
  }

  async seek(place) {
    return (await this.#ready()).seek(place);
  }

  async play() {
    return (await this.#ready()).play();
  }

  async pause() {
    this.#player?.pause();
  }

  async getCode() {
    if (this.#player) return this.#player.text;
    return (this.#text ??= this.src ? await fetched(new URL(this.src, this.baseURI)) : written(this));
  }

  async setCode(text) {
    this.#text = String(text);
    await (await this.#ready()).write(this.#text);
  }

  async getState() {
    return { text: await this.getCode(), ...this.#player?.state };
  }

  async setState({ text, task, ...place }) {
    if (typeof text === "string") await this.setCode(text);
    await this.seek(place);
    if (task !== undefined) await this.select(task);
    return this.#player.state;
  }

  async select(task = null) {
    return (await this.#ready()).select(task);
  }

  async getShareUrl() {
    return (await this.#ready()).share();
  }

  async exportSvg() {
    return (await this.#ready()).picture();
  }

  async getTrace() {
    return (await this.#ready()).record();
  }

  complain(sentence) {
    this.#player?.complain(sentence);
  }

  async destroy() {
    (await this.#loading)?.destroy();
    this.#player = this.#loading = null;
    this.shadowRoot.append(this.#start);
    this.refresh();
  }
}

for (const [name, usual] of Object.entries(ATTRIBUTES)) {
  const property = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  Object.defineProperty(InterleavePlay.prototype, property, {
    get() {
      return this.getAttribute(name) ?? usual;
    },
    set(value) {
      this.setAttribute(name, value);
    },
  });
}

/// The language of ours that a tag means.
function spoken(tag) {
  if (LANGUAGES.includes(tag)) return tag;
  if (/^en\b/i.test(tag)) return "en";
  if (!/^zh\b/i.test(tag ?? "")) return undefined;
  return /hant|tw|hk|mo/i.test(tag) && !/hans/i.test(tag) ? "zh-Hant" : "zh-Hans";
}

/// The program that an element has around it, as its page shows it.
function written(element) {
  const block = element.querySelector("script[type^='text/'], pre code, pre, code, textarea");
  if (!block) return element.textContent.trim() && `${element.textContent.trim()}\n`;
  const copy = block.cloneNode(true);
  copy.querySelectorAll("br").forEach((end) => end.replaceWith("\n"));
  const text = copy.value ?? copy.textContent;
  return `${text.replace(/^\n/, "").trimEnd()}\n`;
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/// Is the ground on which it stands a dark one? Whatever a page calls its theme, this is what readers see of it.
function isDark(element) {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const [red, green, blue, alpha] = channels(getComputedStyle(at).backgroundColor);
    if (alpha > 127) return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (!/dark/.test(scheme)) return false;
  return !/light/.test(scheme) || matchMedia("(prefers-color-scheme: dark)").matches;
}

let paint;
function channels(colour) {
  const numbers = colour.match(/^rgba?\(([^)]*)\)$/)?.[1].split(",").map(Number);
  if (numbers) return [...numbers.slice(0, 3), (numbers[3] ?? 1) * 255];
  paint ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  paint.clearRect(0, 0, 1, 1);
  paint.fillStyle = colour;
  paint.fillRect(0, 0, 1, 1);
  return paint.getImageData(0, 0, 1, 1).data;
}

/// Puts an element around every block of code that a selector finds.
export function upgrade(selector, root = document) {
  for (const found of root.querySelectorAll(selector)) {
    const block = found.closest("pre") ?? found;
    if (block.closest(TAG)) continue;
    const element = document.createElement(TAG);
    block.replaceWith(element);
    element.append(block);
  }
}

if (!customElements.get(TAG)) customElements.define(TAG, InterleavePlay);
document.querySelectorAll("script[data-interleave]").forEach(({ dataset }) => upgrade(dataset.interleave));
