// The embed that fills a frame: its settings come from the address, and its host may speak to it by messages. They are
// structured, versioned, and of the window around the frame only; docs/embedding.md lists them.

import "../embed.js";
import { reading } from "./player.js";
import { WORDS } from "./words.js";

const SOURCE = "interleave";
const VERSION = 1;
/// How often it says hello until its host answers, and how often at most.
const HELLO = 250;
const HELLOS = 240;
/// How long it waits for a program of its host's, in milliseconds, until it says that it has none.
const PATIENCE = 2000;
/// As long as a program or a setting may be that its host sends, as the program of a link may be.
const TEXT = 256 * 1024;

const play = document.querySelector("interleave-play");
const settings = new URLSearchParams(location.search);
const names = new Set(play.constructor.observedAttributes);
// A program of another site is none of a frame's business, nor is an element of its own page; and there is nothing to
// run until the link has been read.
for (const name of ["autorun", "for", "src"]) names.delete(name);

const isText = (value) => typeof value === "string" && value.length <= TEXT;

function set(name, value) {
  if (names.has(name) && (isText(value) || typeof value === "number")) play.setAttribute(name, value);
}

settings.forEach((value, name) => set(name, value));
document.documentElement.classList.toggle("fit", settings.has("fit"));
if (settings.has("fit")) play.setAttribute("height", "fit");

// It has no page around it whose language and colours it could follow, only its reader's, and what its host says.
const { documentElement } = document;
documentElement.removeAttribute("lang");
documentElement.lang = play.language;
const dark = matchMedia("(prefers-color-scheme: dark)");
let isTold = settings.has("theme");
const follow = () => isTold || play.setAttribute("theme", dark.matches ? "dark" : "light");
dark.addEventListener("change", follow);
follow();

let host = "*";
let greeted = false;
let isReady = false;

function post(type, detail = {}) {
  if (parent !== window && (greeted || type === "hello")) parent.postMessage({ source: SOURCE, v: VERSION, type, ...detail }, host);
}

const fail = ({ message }) => post("error", { message });
const number = (value, most) => (Number.isFinite(value) ? Math.min(Math.max(value, 0), most) : undefined);

const heard = {
  hello() {
    if (greeted) return;
    greeted = true;
    post("size", { height: play.offsetHeight });
    if (isReady) post("ready");
  },
  set({ text, attributes }) {
    // Of what there may be, not of what is given: that may be endless.
    for (const name of names) set(name, attributes?.[name]);
    if (isText(text)) return play.setCode(text);
  },
  run: () => play.run(),
  stop: () => play.stop(),
  seek: ({ time, event }) => play.seek({ time: number(time, 1e9), event: number(event, 2 ** 32 - 1) }),
  theme({ theme }) {
    if (!isText(theme)) return;
    isTold = true;
    set("theme", theme);
  },
  lang: ({ lang }) => set("lang", lang),
};

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || source === window || data?.source !== SOURCE || data.v !== VERSION) return;
  // Not what only reads like one of these names: making a name of it may fail.
  if (typeof data.type !== "string" || !Object.hasOwn(heard, data.type)) return;
  // Nobody else is told from now on; a host without an origin can't be named.
  if (origin !== "null") host = origin;
  Promise.resolve(heard[data.type](data)).catch(() => {});
});

for (const type of ["change", "runend", "seek", "select", "checkpass", "checkfail", "error"]) {
  play.addEventListener(`interleave-${type}`, ({ detail }) => post(type, detail));
}
new ResizeObserver(() => post("size", { height: play.offsetHeight })).observe(play);

// Messages to a page that does not listen yet are lost.
let hellos = 0;
const greeting = setInterval(() => {
  if (greeted || ++hellos > HELLOS) clearInterval(greeting);
  else post("hello");
}, HELLO);
post("hello");

try {
  if (location.hash.length > 1) {
    const { text, complaint, ns, language } = await reading(play.base, location.hash, play.language);
    if (language && !settings.has("lang")) play.setAttribute("lang", language);
    if (ns !== null && !settings.has("t")) play.setAttribute("t", ns / 1e9);
    await play.setCode(text ?? "");
    if (complaint) play.complain(complaint);
  } else {
    const complain = () => play.complain(WORDS[play.language].empty);
    setTimeout(() => greeted || play.setCode("").then(complain, fail), PATIENCE);
  }
  isReady = true;
  post("ready");
  if (["on", "visible"].includes(settings.get("autorun"))) await play.run();
} catch (error) {
  fail(error);
}
