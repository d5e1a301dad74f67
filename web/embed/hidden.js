// A program of which some lines run and are not shown: those that end in `# hide`, by which a page's author keeps out of
// sight what is beside the point. Figures do the same (crates/figure).

const HIDDEN = /# hide\s*$/;
const lines = (text) => text.split(/(?<=\n)/);

export class Folded {
  /// The lines that are shown, and what is hidden before each of them and behind the last.
  #shown;
  #hidden;

  constructor(shown, hidden) {
    this.#shown = shown;
    this.#hidden = hidden;
  }

  static of(text) {
    const shown = [];
    const hidden = [""];
    for (const line of lines(text)) {
      if (HIDDEN.test(line)) hidden[shown.length] += line;
      else hidden[shown.push(line)] = "";
    }
    return new Folded(shown, hidden);
  }

  get shown() {
    return this.#shown.join("");
  }

  get text() {
    let text = "";
    for (const [index, hidden] of this.#hidden.entries()) {
      for (const part of [hidden, this.#shown[index] ?? ""]) text += part && text && !text.endsWith("\n") ? `\n${part}` : part;
    }
    return text;
  }

  /// Once its reader has made this of what is shown: what is hidden stays between the lines between which it was.
  become(shown) {
    const before = this.#shown;
    const after = lines(shown);
    const most = Math.min(before.length, after.length);
    let top = 0;
    while (top < most && before[top] === after[top]) top++;
    let rest = 0;
    while (rest < most - top && before.at(-1 - rest) === after.at(-1 - rest)) rest++;
    const [end, newEnd] = [before.length - rest, after.length - rest];
    const place = (index) => (index <= top ? index : index < end ? Math.min(index, newEnd) : index - end + newEnd);
    const hidden = Array(after.length + 1).fill("");
    this.#hidden.forEach((part, index) => (hidden[place(index)] += part));
    return new Folded(after, hidden);
  }
}
