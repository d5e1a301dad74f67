// A browser's outside, for the rehearsal: a document that nobody sees, a clock that nobody waits for, and one
// thread for the page and its worker. Only what they use is there; what is missing shows as an error.

// What is to happen, by when; of what happens at the same time, first what was asked for first.
const tasks = new Map();
let now = 0;
let asked = 0;

function later(task, delay = 0) {
  tasks.set(++asked, { time: now + delay, task });
  return asked;
}

// Lets happen what is to happen, until nothing is left.
export async function settle() {
  do {
    // Promises first: each of them may ask for more.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => immediately(resolve));
    const [next] = [...tasks].sort(([a, { time: one }], [b, { time: other }]) => one - other || a - b);
    if (!next) break;
    tasks.delete(next[0]);
    now = Math.max(now, next[1].time);
    next[1].task();
  } while (true);
}
const immediately = globalThis.setImmediate;

let parts = new Promise(() => {});

// From now on the later parts are there.
export function deliver() {
  parts = Promise.resolve();
}

class Node extends EventTarget {
  childNodes = [];
  parentNode = null;
  get nextSibling() {
    const all = this.parentNode?.childNodes ?? [];
    return all[all.indexOf(this) + 1] ?? null;
  }
  get lastChild() {
    return this.childNodes.at(-1) ?? null;
  }
  get firstChild() {
    return this.childNodes[0] ?? null;
  }
  get parentElement() {
    return this.parentNode;
  }
  get ownerDocument() {
    return document;
  }
  insertBefore(child, next) {
    child.parentNode?.removeChild(child);
    const place = next ? this.childNodes.indexOf(next) : this.childNodes.length;
    this.childNodes.splice(place, 0, child);
    child.parentNode = this;
    return child;
  }
  appendChild(child) {
    return this.insertBefore(child, null);
  }
  removeChild(child) {
    this.childNodes.splice(this.childNodes.indexOf(child), 1);
    child.parentNode = null;
    return child;
  }
  contains(other) {
    return other !== null && (other === this || this.contains(other.parentNode));
  }
  getRootNode() {
    return this.parentNode?.getRootNode() ?? this;
  }
  set textContent(_) {
    for (const child of this.childNodes) child.parentNode = null;
    this.childNodes = [];
  }
}

// Tells all that listen below a node of an event, as Yew has it: who listens carries a number, and the event
// is heard where it has its root.
export function happen(root, type, what) {
  const all = (node) => [node, ...node.childNodes.flatMap(all)];
  const above = (node) => (node ? [node, ...above(node.parentNode)] : []);
  for (const target of all(root).filter((node) => node.__yew_listener_id !== undefined)) {
    const event = new Event(type, { bubbles: true });
    Object.defineProperty(event, "target", { value: target });
    event.composedPath = () => above(target);
    Object.assign(event, { pointerId: 1, pointerType: "touch", button: 0, buttons: 1, ...what });
    root.dispatchEvent(event);
  }
}

class Element extends Node {
  namespaceURI = "http://www.w3.org/1999/xhtml";
  attributes = new Map();
  style = { setProperty() {}, removeProperty() {} };
  scrollLeft = 0;
  scrollTop = 0;
  constructor(name) {
    super();
    this.tagName = name.toUpperCase();
  }
  get clientWidth() {
    return size.width;
  }
  get clientHeight() {
    return size.height;
  }
  getBoundingClientRect() {
    return { left: 0, top: 0, right: size.width, bottom: size.height, x: 0, y: 0, ...size };
  }
  cloneNode() {
    const copy = new this.constructor(this.tagName);
    copy.namespaceURI = this.namespaceURI;
    copy.attributes = new Map(this.attributes);
    return copy;
  }
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }
  removeAttribute(name) {
    this.attributes.delete(name);
  }
  hasAttribute(name) {
    return this.attributes.has(name);
  }
  // Selectors of one class are all that is understood.
  closest(selector) {
    const is = selector[0] === "." && this.getAttribute("class")?.split(" ").includes(selector.slice(1));
    return is ? this : (this.parentNode?.closest?.(selector) ?? null);
  }
  querySelector() {
    return null;
  }
  setPointerCapture() {}
  releasePointerCapture() {}
  hasPointerCapture() {
    return false;
  }
  focus() {}
  close() {}
  showModal() {}
}

// The class of the elements that have a name.
const named = (name) => ({ [Symbol.hasInstance]: (one) => one instanceof Element && one.tagName === name });

const size = { width: 0, height: 0 };
let document;
// Who listens to the worker, and how that becomes known.
let listener;
let hear;

// The window, or what is in it, gets another size.
export function resize(width, height) {
  Object.assign(size, { width, height });
  for (const tell of observers) later(tell);
}
const observers = new Set();

// Another page, of some size and for a reader of some language, on a machine of some pace; the element that the
// app fills.
export function raise({ width, height, language, pace }) {
  step = pace;
  Object.assign(size, { width, height });
  tasks.clear();
  observers.clear();
  listener = new Promise((resolve) => (hear = resolve));
  const app = new Element("div");
  // The picture that stands there before.
  app.querySelector = () => new Element("div");
  document = Object.assign(new Element("#document"), {
    body: new Element("body"),
    documentElement: new Element("html"),
    getElementById: () => app,
    createElement: (name) => new Element(name),
    createElementNS: (namespaceURI, name) => Object.assign(new Element(name), { namespaceURI }),
    createTextNode: () => new Node(),
  });
  document.appendChild(document.documentElement).appendChild(document.body).appendChild(app);
  globalThis.document = document;
  Object.defineProperty(globalThis, "navigator", { value: { languages: [language] }, configurable: true });
  return app;
}

const outside = new EventTarget();
const editor = { text: () => "", composing: () => false, hurried: () => false };

Object.assign(globalThis, {
  Element,
  Node,
  self: globalThis,
  window: globalThis,
  Window: { [Symbol.hasInstance]: (one) => one === globalThis },
  ShadowRoot: class {},
  ErrorEvent: class {},
  HTMLElement: Element,
  HTMLInputElement: named("INPUT"),
  HTMLSelectElement: named("SELECT"),
  HTMLTextAreaElement: named("TEXTAREA"),
  HTMLDialogElement: named("DIALOG"),
  addEventListener: outside.addEventListener.bind(outside),
  // Node overlooks the phase where it is given as a word alone.
  removeEventListener: (type, hear, options) =>
    outside.removeEventListener(type, hear, typeof options === "boolean" ? { capture: options } : options),
  dispatchEvent: outside.dispatchEvent.bind(outside),
  setTimeout: later,
  clearTimeout: (number) => tasks.delete(number),
  requestAnimationFrame: (draw) => later(() => draw(now), 16),
  cancelAnimationFrame: (number) => tasks.delete(number),
  location: { hash: "", href: "http://stage/" },
  localStorage: { getItem: () => null, setItem() {}, removeItem() {} },
  getComputedStyle: () => ({ getPropertyValue: () => "16px" }),
  // When rubbish is swept up, nobody can tell.
  FinalizationRegistry: class {
    register() {}
    unregister() {}
  },
  ResizeObserver: class {
    constructor(tell) {
      this.tell = tell;
    }
    observe() {
      observers.add(this.tell);
      later(this.tell);
    }
    disconnect() {
      observers.delete(this.tell);
    }
  },
  MessageChannel: class {
    port2 = {};
    port1 = { postMessage: () => later(() => this.port2.onmessage()) };
  },
  // What is marked is whole; but nobody is told that a part is there while the first one is played.
  interleaveParts: { begin() {}, load() {}, prepare: () => parts },
  // What the editor is told leads to nothing.
  interleaveEditor: () => new Proxy(editor, { get: (all, name) => all[name] ?? (() => {}) }),
  // The worker is the other module here; what it says comes late where the machine is slow.
  postMessage: (data) => listener.then((told) => later(() => told({ type: "message", data }), step)),
  interleaveWorker: () => ({
    postMessage: (data) => later(() => globalThis.onmessage({ data })),
    tell: (listener) => hear(listener),
    terminate() {},
  }),
});

// Between two looks at a clock, as much time has gone by as the machine is slow: whichever plays.
let time = 0;
let step = 0;
performance.now = Date.now = () => (time += step);
