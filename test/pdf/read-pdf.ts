import { inflateSync } from 'node:zlib';

import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const opened: PDFDocumentProxy[] = [];

/** Opens a file with a reader that shares no code with the writer. */
export async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  opened.push(document);
  return document;
}

/** Releases every file opened so far. */
export async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((document) => document.loadingTask.destroy()));
}

/** Every indirect object of a file as text: those that stand alone and those inside object streams. */
export function objectsOf(bytes: Buffer): Map<number, string> {
  const found = new Map<number, string>();
  const text = bytes.toString('latin1');
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?:\nendobj|\nstream\n)/g)) {
    const [whole, id = '', dictionary = ''] = match;
    found.set(Number(id), dictionary);
    if (!dictionary.includes('/Type /ObjStm')) continue;
    const body = inflateSync(streamAt(bytes, dictionary, (match.index ?? 0) + whole.length)).toString('latin1');
    const first = Number(/\/First (\d+)/.exec(dictionary)?.[1]);
    const index = body.slice(0, first).trim().split(/\s+/).map(Number);
    for (let at = 0; at < index.length; at += 2) {
      const end = index[at + 3];
      found.set(index[at] ?? 0, body.slice(first + (index[at + 1] ?? 0), end === undefined ? undefined : first + end).trim());
    }
  }
  return found;
}

function streamAt(bytes: Buffer, dictionary: string, start: number): Buffer {
  return bytes.subarray(start, start + Number(/\/Length (\d+)/.exec(dictionary)?.[1]));
}

/** Decoded stream of the object, whatever object it is. */
export function streamOf(bytes: Buffer, id: number): Buffer {
  const text = bytes.toString('latin1');
  const match = new RegExp(`(?:^|\\n)${id} 0 obj\\n([\\s\\S]*?)\\nstream\\n`).exec(text);
  if (match === null) throw new Error(`object ${id} has no stream`);
  const dictionary = match[1] ?? '';
  const raw = streamAt(bytes, dictionary, match.index + match[0].length);
  return dictionary.includes('FlateDecode') ? inflateSync(raw) : raw;
}

/** The only object whose text contains the pattern. */
export function objectLike(bytes: Buffer, pattern: string): { id: number; text: string } {
  const matches = [...objectsOf(bytes)].filter(([, text]) => text.includes(pattern));
  const [first] = matches;
  if (first === undefined || matches.length > 1) throw new Error(`${matches.length} objects contain ${pattern}`);
  return { id: first[0], text: first[1] };
}

/** The metadata packet. */
export function xmpOf(bytes: Buffer): string {
  return streamOf(bytes, objectLike(bytes, '/Subtype /XML').id).toString('utf8');
}

/** The text of every page, one string a page, in content order. */
export async function pageTexts(document: PDFDocumentProxy): Promise<string[]> {
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  return texts;
}

/** A node of the structure tree with the text that is marked as its own. */
export interface StructNode {
  role: string;
  alt?: string;
  text: string;
  children: StructNode[];
}

interface RawNode {
  role?: string;
  alt?: string;
  id?: string;
  type?: string;
  children?: RawNode[];
}

/** The structure trees of all pages with their texts; a node that spans pages appears once on each. */
export async function structureOf(document: PDFDocumentProxy): Promise<StructNode[]> {
  const trees: StructNode[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    const open: (string | undefined)[] = [];
    for (const item of items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') open.pop();
        else open.push((item as { id?: string }).id);
        continue;
      }
      const id = open.at(-1);
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str);
    }
    const convert = (node: RawNode): StructNode => {
      const children = (node.children ?? []).filter((child) => child.role !== undefined).map(convert);
      const own = (node.children ?? []).filter((child) => child.type === 'content').map((child) => texts.get(child.id ?? '') ?? '');
      return { role: node.role ?? '', ...(node.alt === undefined ? {} : { alt: node.alt }), text: own.join(''), children };
    };
    const tree = (await page.getStructTree()) as RawNode | null;
    if (tree !== null) trees.push(convert(tree));
  }
  return trees;
}

/** All nodes of a role, in reading order. */
export function nodesOf(nodes: readonly StructNode[], role: string): StructNode[] {
  return nodes.flatMap((node) => [...(node.role === role ? [node] : []), ...nodesOf(node.children, role)]);
}

/** Checks every entry of the cross-reference stream against the bytes; returns the numbers of the entries that lie. */
export function wrongReferences(bytes: Buffer): number[] {
  const text = bytes.toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const table = Number(/^(\d+) 0 obj/.exec(text.slice(start, start + 20))?.[1]);
  const entries = streamOf(bytes, table);
  const wrong: number[] = [];
  const indexes = new Map<number, string[]>();
  const indexAt = (stream: number): string[] => {
    const known = indexes.get(stream) ?? streamOf(bytes, stream).toString('latin1').split(/\s+/, 2_000);
    indexes.set(stream, known);
    return known;
  };
  for (let id = 1; id * 8 < entries.length; id += 1) {
    const [type, position, index] = [entries.readUInt8(id * 8), entries.readUIntBE(id * 8 + 1, 5), entries.readUInt16BE(id * 8 + 6)];
    const inPlace = type === 1 && text.startsWith(`${id} 0 obj\n`, position);
    const packed = type === 2 && Number(indexAt(position)[index * 2]) === id;
    if (!inPlace && !packed) wrong.push(id);
  }
  return wrong;
}
