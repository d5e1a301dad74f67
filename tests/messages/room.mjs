// A browser's outside for embeds, of what they use and no more: a document that counts what is done to it, a parent
// window, a clock that moves when it is told to, and an engine that answers something, or breaks down.

/// What has happened outside: how often the document was changed, what was posted to the window around, and what the
/// engine was asked.
export const seen = { changes: 0, posts: [], asked: [] };

const immediately = globalThis.setImmediate;

// The clock.

const timers = new Map();
let now = 0;
let number = 0;

function later(task, delay = 0, again = false) {
  timers.set(++number, { due: now + Math.max(Number(delay) || 0, 1), task, delay, again });
  return number;
}

/// Lets everything be answered that has been asked. No time goes by.
export async function settle() {
  const all = () => seen.changes + seen.asked.length + seen.posts.length;
  // Who goes on after an answer may do so a turn later.
  for (let quiet = 0; quiet < 3; ) {
    const before = all();
    await new Promise((resolve) => immediately(resolve));
    quiet = before === all() ? quiet + 1 : 0;
  }
}

/// Lets time go by.
export async function wait(span) {
  const end = now + span;
  for (;;) {
    const due = [...timers].filter(([, timer]) => timer.due <= end).sort(([a, one], [b, other]) => one.due - other.due || a - b);
    if (!due.length) break;
    const [key, timer] = due[0];
    now = timer.due;
    if (timer.again) timer.due = now + Math.max(timer.delay, 1);
    else timers.delete(key);
    timer.task();
    await settle();
  }
  now = end;
}

// The document.

class Node extends EventTarget {
  childNodes = [];
  parentElement = null;
  get isConnected() {
    return true;
  }
  append(...nodes) {
    seen.changes++;
    for (const node of nodes) {
      node?.remove?.();
      if (node instanceof Node) node.parentElement = this;
      this.childNodes.push(node);
    }
  }
  prepend(...nodes) {
    seen.changes++;
    this.childNodes.unshift(...nodes);
  }
  replaceChildren(...nodes) {
    seen.changes++;
    for (const node of this.childNodes) if (node instanceof Node) node.parentElement = null;
    this.childNodes = [];
    this.append(...nodes);
  }
  remove() {
    if (!this.parentElement) return;
    seen.changes++;
    const { childNodes } = this.parentElement;
    childNodes.splice(childNodes.indexOf(this), 1);
    this.parentElement = null;
  }
  contains(other) {
    return other === this;
  }
  getRootNode() {
    return this.parentElement?.getRootNode() ?? this;
  }
  get firstElementChild() {
    return this.childNodes[0] ?? null;
  }
  querySelector(selector) {
    return selector === "slot" ? (this.slot ??= new Element("slot")) : null;
  }
  querySelectorAll() {
    return [];
  }
}

class Element extends Node {
  #attributes = new Map();
  style = {};
  classList = { toggle: () => seen.changes++ };
  value = "";
  constructor(name = "") {
    super();
    this.localName = name;
  }
  // The options of a list.
  get 0() {
    return this.childNodes[0];
  }
  get attributes() {
    return [...this.#attributes].map(([name, value]) => ({ name, value }));
  }
  get textContent() {
    return "print('tea')";
  }
  set textContent(_) {
    seen.changes++;
  }
  get valueAsNumber() {
    return Number(this.value);
  }
  clientWidth = 700;
  offsetHeight = 200;
  baseURI = "https://site.example/play/embed/";
  getAttribute(name) {
    return this.#attributes.get(name) ?? null;
  }
  setAttribute(name, value) {
    seen.changes++;
    const before = this.getAttribute(name);
    this.#attributes.set(name, `${value}`);
    if (this.constructor.observedAttributes?.includes(name)) this.attributeChangedCallback(name, before, `${value}`);
  }
  removeAttribute(name) {
    seen.changes++;
    this.#attributes.delete(name);
  }
  hasAttribute(name) {
    return this.#attributes.has(name);
  }
  attachShadow() {
    return (this.shadowRoot = Object.assign(new Element("#shadow"), { host: this, adoptedStyleSheets: [] }));
  }
  getBoundingClientRect() {
    return { height: 200 };
  }
  focus() {}
  setSelectionRange() {}
  closest() {
    return null;
  }
}

const picture = () => {
  const root = new Element("span");
  root.nodeType = 1;
  root.namespaceURI = "http://www.w3.org/1999/xhtml";
  return root;
};

const documentElement = new Element("html");
const body = new Element("body");
const kinds = new Map();
let player;
let frames = [];

const document = Object.assign(new Element("#document"), {
  documentElement,
  body,
  createElement: (name) => new Element(name),
  createElementNS: (_, name) => new Element(name),
  createTextNode: (data) => ({ data }),
  querySelector: (selector) => (selector === "interleave-play" ? player : null),
  querySelectorAll: (selector) => (selector === "iframe" ? frames : []),
});

// The engine.

/// How the engine behaves: what it is asked next it answers, or leaves unanswered, or breaks down.
export const engine = { mood: () => "answers", worker: null };

const place = { event: 3, ns: 1e9, rows: 1, sentence: "", note: null, x: 4, marks: [], loop: null, graph: null };
const ran = {
  is: "ran", outcome: { exit: 0, ending: "finished", waits: [], stopped: false, problem: null }, end: 9, endNs: 2e9, toNs: 2e9,
  figure: { code: "<pre></pre>", log: "<ol></ol>", timeline: "<div></div>" }, position: place, tasks: { names: ["main"], writers: [0] },
};
const ANSWERS = {
  run: ran,
  look: { is: "seen", position: place, svg: "<svg></svg>" },
  question: { is: "asked", question: null },
  record: { is: "recorded", lines: "" },
  styles: { is: "styles", light: "", dark: "" },
  "open link": { is: "opened", text: "print('tea')\n", complaint: null, ns: null, language: null },
  "make link": { is: "link", link: "#v1.z.KyjKzCvRUC9JTVTX5AIA.z-pUJw", complaint: null },
};

class Worker {
  constructor() {
    engine.worker = this;
  }
  postMessage(data) {
    if (!this.listens) {
      this.listens = true;
      return immediately(() => this.onmessage({ data: { is: "ready" } }));
    }
    seen.asked.push(structuredClone(data));
    const mood = engine.mood();
    if (!Object.hasOwn(ANSWERS, data.ask) || mood === "waits") return;
    immediately(() => {
      if (mood === "breaks") return this.break();
      this.onmessage({ data: { id: data.id, ...(mood === "pauses" && data.ask === "run" ? { is: "paused" } : ANSWERS[data.ask]) } });
    });
  }
  break() {
    this.onerror({ message: "out of memory", preventDefault() {} });
  }
  terminate() {
    this.onmessage = this.onerror = () => {};
  }
}

// The windows.

const inside = new EventTarget();
const media = { matches: false, addEventListener() {} };
const observer = class {
  observe() {}
  unobserve() {}
};

/// The window around the frame.
export const parent = {
  postMessage: (message, target) => seen.posts.push({ message: structuredClone(message), target }),
};

Object.assign(globalThis, {
  document,
  parent,
  window: globalThis,
  HTMLElement: Element,
  Node: { TEXT_NODE: 3 },
  CSSStyleSheet: class {
    replaceSync() {}
  },
  MutationObserver: observer,
  IntersectionObserver: observer,
  ResizeObserver: observer,
  DOMParser: class {
    parseFromString() {
      return { documentElement: picture(), body: { firstElementChild: picture() } };
    }
  },
  Worker,
  customElements: { get: (name) => kinds.get(name), define: (name, kind) => kinds.set(name, kind) },
  matchMedia: () => media,
  getComputedStyle: () => ({ backgroundColor: "rgb(255, 255, 255)", colorScheme: "normal" }),
  addEventListener: inside.addEventListener.bind(inside),
  fetch: async () => ({ ok: false }),
  setTimeout: later,
  clearTimeout: (key) => timers.delete(key),
  setInterval: (task, delay) => later(task, delay, true),
  clearInterval: (key) => timers.delete(key),
  location: { hash: "", search: "", origin: "null" },
});
Object.defineProperty(globalThis, "navigator", { value: { languages: ["en"] }, configurable: true });
WebAssembly.compileStreaming = async () => ({});

/// A message arrives in the window.
export function arrive({ data, source, origin }) {
  const event = { data, source, origin };
  for (const hear of hearers) hear(event);
}
const hearers = [];
globalThis.addEventListener = (type, hear) => {
  if (type === "message") hearers.push(hear);
};

/// Another page in the window, at this address, with these frames in it; the last one is gone with its engine.
export async function enter({ search = "", hash = "", holds = [] }) {
  hearers.length = 0;
  engine.mood = () => "answers";
  engine.worker?.break();
  player?.disconnectedCallback();
  await settle();
  seen.posts.length = seen.asked.length = 0;
  timers.clear();
  Object.assign(location, { search, hash });
  frames = holds;
  // Read before they are wanted: how long reading takes is not for a clock of ours.
  for (const module of ["embed.js", "embed/line.js", "embed/player.js"]) await import(`../../web/${module}`);
  player = new (kinds.get("interleave-play"))();
  player.connectedCallback();
}

export const element = () => player;
export { Element };
