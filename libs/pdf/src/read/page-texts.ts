import type { PdfFile } from './pdf-file.js';
import { PdfName, PdfReference, PdfStream, PdfText, UnreadablePdf, type PdfDictionary, type PdfValue } from './pdf-value.js';
import { Keyword, SyntaxReader } from './syntax-reader.js';

/** Codes of a font, two bytes each, and what they read as. */
type Alphabet = ReadonlyMap<number, string>;

/**
 * What every page shows, one string for each run of ink, in the order in which it is drawn: what a reader sees, whatever the
 * data inside the file says. Throws `UnreadablePdf`.
 */
export function pageTexts(file: PdfFile): string[][] {
  const alphabets = new Map<PdfValue, Alphabet>();
  return file.pageIds().map((id) => {
    const page = file.dictionary(file.object(id) as PdfDictionary);
    const fonts = fontsOf(file, page);
    const alphabetOf = (name: string): Alphabet => {
      const font = fonts.get(name);
      if (font === undefined) throw new UnreadablePdf(`the font ${name} is not there`);
      const key = font instanceof PdfReference ? font.id : font;
      const known = alphabets.get(key) ?? alphabetOfFont(file, font);
      alphabets.set(key, known);
      return known;
    };
    return shownTexts(contentOf(file, page), alphabetOf);
  });
}

function fontsOf(file: PdfFile, page: PdfDictionary): PdfDictionary {
  const fonts = file.dictionary(page.get('Resources')).get('Font');
  return fonts === undefined ? new Map() : file.dictionary(fonts);
}

function contentOf(file: PdfFile, page: PdfDictionary): string {
  const contents = file.resolved(page.get('Contents'));
  const streams = Array.isArray(contents) ? (contents as readonly PdfValue[]).map((each) => file.resolved(each)) : [contents];
  return streams.map((stream) => (stream instanceof PdfStream ? stream.bytes.toString('latin1') : '')).join('\n');
}

function shownTexts(content: string, alphabetOf: (name: string) => Alphabet): string[] {
  const reader = new SyntaxReader(content);
  const texts: string[] = [];
  let operands: PdfValue[] = [];
  let alphabet: Alphabet = new Map();
  for (let token = reader.token(); token !== undefined; token = reader.token()) {
    if (!(token instanceof Keyword)) {
      operands.push(token);
      continue;
    }
    const [first] = operands;
    if (token.word === 'Tf' && first instanceof PdfName) alphabet = alphabetOf(first.name);
    if (token.word === 'Tj' && first instanceof PdfText) texts.push(read(first, alphabet));
    if (token.word === 'TJ' && Array.isArray(first)) texts.push((first as readonly PdfValue[]).map((part) => (part instanceof PdfText ? read(part, alphabet) : '')).join(''));
    operands = [];
  }
  return texts;
}

function read({ bytes }: PdfText, alphabet: Alphabet): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += alphabet.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '\ufffd';
  return text;
}

function alphabetOfFont(file: PdfFile, font: PdfValue): Alphabet {
  const map = file.resolved(file.dictionary(font).get('ToUnicode'));
  if (!(map instanceof PdfStream)) throw new UnreadablePdf('a font does not say what its codes read as');
  const letters = new Map<number, string>();
  const reader = new SyntaxReader(map.bytes.toString('latin1'));
  let operands: (PdfValue | Keyword)[] = [];
  for (let token = reader.token(); token !== undefined; token = reader.token()) {
    if (!(token instanceof Keyword)) operands.push(token);
    else if (token.word === 'endbfchar' || token.word === 'endbfrange') {
      takeLetters(operands, token.word === 'endbfchar' ? 2 : 3, letters);
      operands = [];
    } else operands = [];
  }
  return letters;
}

function takeLetters(operands: readonly (PdfValue | Keyword)[], step: number, letters: Map<number, string>): void {
  for (let at = 0; at + step <= operands.length; at += step) {
    const [from, to] = [codeOf(operands[at]), codeOf(operands[at + step - 2])];
    const target = operands[at + step - 1];
    for (let code = from; code <= to && code - from <= 0xffff; code += 1) {
      const each = Array.isArray(target) ? (target as readonly PdfValue[])[code - from] : target;
      if (each instanceof PdfText) letters.set(code, Array.isArray(target) ? unicodeOf(each) : shifted(unicodeOf(each), code - from));
    }
  }
}

const codeOf = (value: PdfValue | Keyword | undefined): number => (value instanceof PdfText ? Buffer.from(value.bytes, 'latin1').readUIntBE(0, Math.min(2, value.bytes.length)) : Number.NaN);

const unicodeOf = ({ bytes }: PdfText): string => Buffer.from(bytes.slice(0, bytes.length - (bytes.length % 2)), 'latin1').swap16().toString('utf16le');

/** In a range the last character counts on. */
const shifted = (text: string, by: number): string => (by === 0 ? text : `${text.slice(0, -1)}${String.fromCharCode(text.charCodeAt(text.length - 1) + by)}`);

/** The files inside by name, with what is said of them. */
export function filesByName(file: PdfFile): { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }[] {
  const names = file.catalogue.get('AF');
  const list = file.resolved(names);
  if (!Array.isArray(list)) return [];
  return (list as readonly PdfValue[]).map((each) => {
    const specification = file.dictionary(each);
    const stream = file.resolved(file.dictionary(specification.get('EF')).get('F'));
    const [name, subtype] = [specification.get('UF') ?? specification.get('F'), stream instanceof PdfStream ? stream.dictionary.get('Subtype') : null];
    if (!(stream instanceof PdfStream) || !(name instanceof PdfText)) throw new UnreadablePdf('a file inside has no content or no name');
    return { name: textOfValue(name), mediaType: subtype instanceof PdfName ? subtype.name : '', bytes: stream.bytes };
  });
}

function textOfValue({ bytes }: PdfText): string {
  return bytes.startsWith('\u00fe\u00ff') ? unicodeOf(new PdfText(bytes.slice(2))) : bytes;
}

