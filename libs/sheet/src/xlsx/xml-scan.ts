export type Attributes = Readonly<Record<string, string>>;

/** What a part's reader wants to hear. Element names come without namespace prefix: some producers write `x:row` for `row`. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** No part of a workbook nests deeper or names more attributes than a handful; the caps keep crafted XML from eating memory. */
const maxDepth = 64;
const maxAttributes = 128;
const noAttributes: Attributes = Object.freeze({});
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Starts a scan of an XML document. Each call scans that many tags on and says whether the document is done.
 *
 * A workbook needs only tags, attributes, text and the five named entities; a scanner of just that is quick on large sheets and
 * knows no document types, so no entity can be declared. Throws a plain Error for anything not well-formed.
 */
export function openScan(xml: string, handler: XmlHandler): (tags: number) => boolean {
  const open: string[] = [];
  let at = 0;
  let hasRoot = false;

  function scanTag(start: number): number {
    if (xml[start] === '/') return scanClosingTag(start + 1);
    if (open.length === 0 && hasRoot) throw new Error('more than one root');
    hasRoot = true;
    const nameEnd = endOfName(xml, start);
    const name = xml.slice(start, nameEnd);
    if (name === '') throw new Error('a tag without a name');
    const tag = readAttributes(xml, nameEnd);
    if (open.push(name) > maxDepth) throw new Error('nested too deeply');
    handler.open?.(localName(name), tag.attributes);
    if (tag.isEmpty) closeTag(name);
    return tag.end;
  }

  function scanClosingTag(start: number): number {
    const end = after(xml, '>', start);
    closeTag(xml.slice(start, end - 1).trimEnd());
    return end;
  }

  function closeTag(name: string): void {
    if (open.pop() !== name) throw new Error(`closing tag ${name.slice(0, 40)} does not fit`);
    handler.close?.(localName(name));
  }

  function scanText(start: number, end: number): void {
    if (start === end) return;
    if (open.length > 0) handler.text?.(decodeEntities(xml.slice(start, end)));
    else if (xml.slice(start, end).trim() !== '') throw new Error('text outside the root');
  }

  function scanMarkup(start: number): number {
    if (xml[start] === '?') return after(xml, '?>', start);
    if (xml.startsWith('!--', start)) return after(xml, '-->', start + 3);
    if (!xml.startsWith('![CDATA[', start)) return xml[start] === '!' ? refuseDeclaration() : scanTag(start);
    const end = after(xml, ']]>', start + 8);
    handler.text?.(xml.slice(start + 8, end - 3));
    return end;
  }

  return (tags) => {
    for (let count = 0; count < tags; count += 1) {
      const tagStart = xml.indexOf('<', at);
      scanText(at, tagStart === -1 ? xml.length : tagStart);
      if (tagStart === -1) {
        if (!hasRoot || open.length > 0) throw new Error('the document ends early');
        return true;
      }
      at = scanMarkup(tagStart + 1);
    }
    return false;
  };
}

function refuseDeclaration(): never {
  throw new Error('declarations are not allowed');
}

interface TagRest {
  readonly attributes: Attributes;
  readonly isEmpty: boolean;
  /** Just behind the tag. */
  readonly end: number;
}

function readAttributes(xml: string, start: number): TagRest {
  let attributes: Record<string, string> | null = null;
  let count = 0;
  for (let at = skipSpace(xml, start); ; at = skipSpace(xml, at)) {
    if (xml[at] === '>') return { attributes: attributes ?? noAttributes, isEmpty: false, end: at + 1 };
    if (xml[at] === '/' && xml[at + 1] === '>') return { attributes: attributes ?? noAttributes, isEmpty: true, end: at + 2 };
    const nameEnd = endOfName(xml, at);
    const equals = skipSpace(xml, nameEnd);
    const quoteAt = skipSpace(xml, equals + 1);
    const quote = xml[quoteAt];
    if (nameEnd === at || xml[equals] !== '=' || (quote !== '"' && quote !== "'")) throw new Error('a broken tag');
    const valueEnd = xml.indexOf(quote, quoteAt + 1);
    if (valueEnd === -1) throw new Error('the document ends in an attribute');
    if ((count += 1) > maxAttributes) throw new Error('too many attributes');
    attributes ??= {};
    attributes[xml.slice(at, nameEnd)] = decodeEntities(xml.slice(quoteAt + 1, valueEnd));
    at = valueEnd + 1;
  }
}

/** Where the run of letters that make a name ends: at space, `=`, `/`, `>`, `<` or a quote. */
function endOfName(xml: string, start: number): number {
  let at = start;
  for (; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (code <= 0x22 || code === 0x27 || code === 0x2f || (code >= 0x3c && code <= 0x3e)) break;
  }
  return at;
}

function skipSpace(xml: string, start: number): number {
  let at = start;
  while (xml.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

function after(xml: string, sought: string, start: number): number {
  const at = xml.indexOf(sought, start);
  if (at === -1) throw new Error('the document ends early');
  return at + sought.length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,4}))?;?/g, (whole, hex?: string, digits?: string, name?: string) => {
    const code = hex === undefined ? Number(digits ?? Number.NaN) : Number.parseInt(hex, 16);
    const character = name === undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : named[name];
    if (character === undefined || !whole.endsWith(';')) throw new Error('an unknown entity');
    return character;
  });
}
