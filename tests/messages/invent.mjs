// What one window may send to another: messages as documented, such with something wrong in them, and anything else
// that a structured clone can carry. The same seed invents the same messages.

const WORDS = [
  "", "interleave", "hello", "set", "run", "stop", "seek", "theme", "lang", "size", "ready", "error", "toString", "valueOf",
  "constructor", "__proto__", "destroy", "then", "dark", "light", "zh-Hant", "en", "tlh", "code log", "graph loop vars", "on",
  "off", "fit", "-1", "1e999", "NaN", "0x10", "3.12", "print('tea')\n", "# region: edit\n", "\u0000", "\ud800", "<svg onload=a()>",
];
const NUMBERS = [0, -0, 1, -1, 0.5, 7, 1e9, 1e300, -1e300, 2 ** 31, 2 ** 32, 2 ** 53, NaN, Infinity, -Infinity, Number.MIN_VALUE];
const NAMES = [
  "autorun", "check", "controls", "editable", "event", "for", "height", "label", "lang", "layout", "limit", "loading", "loop-from",
  "loop-to", "python", "seed", "speed", "src", "start", "stdin", "t", "theme", "view", "onclick", "style", "is",
];
const FIELDS = ["source", "v", "type", "text", "attributes", "time", "event", "theme", "lang", "height", "toString", "valueOf"];

/// So long is what is sent now and then to see that somebody sets a bound.
const VERY_LONG = 400_000;

export class Inventor {
  #state;

  constructor(seed) {
    this.#state = Math.imul(seed, 0x9e3779b1) | 0;
  }

  // Mulberry32
  below(most) {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  }

  of(all) {
    return all[this.below(all.length)];
  }

  message(kinds) {
    const choice = this.below(16);
    if (choice === 0) return this.anything(3);
    const message = { source: "interleave", v: 1, type: this.of(kinds), ...this.#detail() };
    if (choice < 8) return message;
    for (let left = this.below(3); left >= 0; left--) {
      const field = this.of(FIELDS);
      if (this.below(4) === 0) delete message[field];
      // Not as a prototype, which does not cross.
      else Object.defineProperty(message, field, { value: this.anything(2), enumerable: true, configurable: true, writable: true });
    }
    return message;
  }

  /// What the documented messages have beside their type.
  #detail() {
    switch (this.below(7)) {
      case 0:
        return { text: this.below(400) ? this.text() : "x".repeat(VERY_LONG) };
      case 1:
        return { attributes: this.attributes() };
      case 2:
        return { time: this.number() };
      case 3:
        return { event: this.number() };
      case 4:
        return { theme: this.of(["dark", "light", "auto", "mauve"]) };
      case 5:
        return { lang: this.of(["en", "zh-Hant", "zh-Hans", "zh-TW", "tlh"]) };
      default:
        return { height: this.number() };
    }
  }

  attributes() {
    const attributes = {};
    for (let left = this.below(4); left >= 0; left--) {
      attributes[this.of(NAMES)] = this.below(3) ? this.of([...WORDS, ...NUMBERS]) : this.anything(1);
    }
    return attributes;
  }

  text() {
    return Array.from({ length: this.below(6) }, () => this.of(WORDS)).join(this.of(["", "\n", " "]));
  }

  number() {
    return this.of(NUMBERS) * (this.below(2) ? 1 : this.below(1000) / 7);
  }

  anything(depth) {
    switch (this.below(depth > 0 ? 22 : 8)) {
      case 0:
        return undefined;
      case 1:
        return null;
      case 2:
        return this.below(2) === 0;
      case 3:
      case 4:
        return this.number();
      case 5:
        return BigInt(this.below(9)) ** BigInt(this.below(70));
      case 6:
        return this.of(WORDS);
      case 7:
        return this.text();
      case 8:
        return Array.from({ length: this.below(4) }, () => this.anything(depth - 1));
      case 9:
        return [this.of(WORDS)];
      case 10: {
        const sparse = [];
        sparse.length = this.of([3, 2 ** 32 - 1]);
        return sparse;
      }
      case 11:
        return new Map([[this.anything(depth - 1), this.anything(depth - 1)]]);
      case 12:
        return new Set([this.anything(depth - 1)]);
      case 13:
        return new Date(this.number());
      case 14:
        return /interleave/g;
      case 15:
        return new Uint8Array(this.below(40)).buffer;
      case 16:
        return new Float64Array([this.number()]);
      case 17:
        return new RangeError(this.of(WORDS));
      case 18:
        return Object(this.of(["set", "run", true, 1, 5n]));
      case 19: {
        const ring = { type: "set" };
        return Object.assign(ring, { source: ring, attributes: ring, text: [ring] });
      }
      case 20:
        return this.attributes();
      default: {
        const made = {};
        for (let left = this.below(4); left > 0; left--) {
          const value = this.anything(depth - 1);
          Object.defineProperty(made, this.of(WORDS), { value, enumerable: true, configurable: true, writable: true });
        }
        return made;
      }
    }
  }
}
