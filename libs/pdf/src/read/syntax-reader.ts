import { PdfName, PdfReference, PdfText, UnreadablePdf, type PdfDictionary, type PdfValue } from './pdf-value.js';

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;
/** Deeper than any file of this house nests; a file made to exhaust the stack ends here. */
const DEEPEST = 60;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A word that is no value: an operator of a page, or `obj`, `stream`, `R`. */
export class Keyword {
  constructor(readonly word: string) {}
}

/** Reads values from text, one after another. Throws `UnreadablePdf` where there is none. */
export class SyntaxReader {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  /** The next value or keyword; undefined at the end. References are put together from their three words. */
  token(depth = 0): PdfValue | Keyword | undefined {
    this.skipSpace();
    if (this.at >= this.text.length) return undefined;
    if (depth > DEEPEST) throw new UnreadablePdf('the file nests too deeply');
    const character = this.text[this.at];
    if (character === '/') return this.name();
    if (character === '(') return this.literal();
    if (character === '[') return this.array(depth);
    if (character === '<') return this.text[this.at + 1] === '<' ? this.dictionary(depth) : this.hexadecimal();
    return this.word();
  }

  value(depth = 0): PdfValue {
    const found = this.token(depth);
    if (found === undefined || found instanceof Keyword) throw new UnreadablePdf(`a value was expected at ${this.at}`);
    return found;
  }

  /** Takes a keyword that has to stand here. */
  expect(word: string): void {
    const found = this.token();
    if (!(found instanceof Keyword) || found.word !== word) throw new UnreadablePdf(`'${word}' was expected at ${this.at}`);
  }

  private skipSpace(): void {
    while (this.at < this.text.length) {
      const character = this.text[this.at] ?? '';
      if (character === '%') this.at = endOfLine(this.text, this.at);
      else if (SPACE.test(character)) this.at += 1;
      else return;
    }
  }

  private name(): PdfName {
    const from = this.at + 1;
    this.at = this.endOfWord(from);
    return new PdfName(this.text.slice(from, this.at).replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number(`0x${code}`))));
  }

  private word(): PdfValue | Keyword {
    const from = this.at;
    this.at = this.endOfWord(from);
    if (this.at === from) {
      this.at += 1;
      return new Keyword(this.text.slice(from, this.at));
    }
    const word = this.text.slice(from, this.at);
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.numberOrReference(word);
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : new Keyword(word);
  }

  private numberOrReference(word: string): number | PdfReference {
    const reference = /^\d+$/.test(word) ? /^[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/.exec(this.text.slice(this.at, this.at + 24)) : null;
    if (reference === null) return Number(word);
    this.at += reference[0].length;
    return new PdfReference(Number(word));
  }

  private endOfWord(from: number): number {
    let end = from;
    while (end < this.text.length && !DELIMITER.test(this.text[end] ?? '')) end += 1;
    return end;
  }

  private hexadecimal(): PdfText {
    const end = this.text.indexOf('>', this.at);
    if (end === -1) throw new UnreadablePdf('a text has no end');
    const digits = this.text.slice(this.at + 1, end).replace(/[^0-9A-Fa-f]/g, '');
    this.at = end + 1;
    return new PdfText(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1'));
  }

  private literal(): PdfText {
    const parts: string[] = [];
    let open = 0;
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const character = this.text[this.at] ?? '';
      if (character === '\\') parts.push(this.escaped());
      else if (character === ')' && open === 0) {
        this.at += 1;
        return new PdfText(parts.join(''));
      } else {
        open += character === '(' ? 1 : character === ')' ? -1 : 0;
        parts.push(character);
      }
    }
    throw new UnreadablePdf('a text has no end');
  }

  /** What a backslash and the character after it say; leaves the last character of it to be passed. */
  private escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number(`0o${octal}`) & 0xff);
    }
    this.at += 1;
    const character = this.text[this.at] ?? '';
    return character === '\n' ? '' : (ESCAPES[character] ?? character);
  }

  private array(depth: number): PdfValue[] {
    const items: PdfValue[] = [];
    for (this.at += 1; ; ) {
      this.skipSpace();
      if (this.text[this.at] === ']') {
        this.at += 1;
        return items;
      }
      items.push(this.value(depth + 1));
    }
  }

  private dictionary(depth: number): PdfDictionary {
    const members = new Map<string, PdfValue>();
    for (this.at += 2; ; ) {
      this.skipSpace();
      if (this.text.startsWith('>>', this.at)) {
        this.at += 2;
        return members;
      }
      const key = this.value(depth + 1);
      if (!(key instanceof PdfName)) throw new UnreadablePdf('a dictionary has a member without a name');
      members.set(key.name, this.value(depth + 1));
    }
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from, from + 4_096).search(/[\r\n]/);
  return end === -1 ? Math.min(text.length, from + 4_096) : from + end;
}
