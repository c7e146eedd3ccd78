import { createHash } from 'node:crypto';
import { invariant } from '#libs/errors';
import { isDictionary, PdfName, PdfReference, PdfText, textValue, withMembers, written, type PdfDictionary, type PdfValue } from '../read/pdf-value.js';
import { PdfFile } from '../read/pdf-file.js';
import { SIGNATURE_DESTINATION, SIGNATURE_HEIGHT, SIGNATURE_SIDE } from './signature-box.js';

/** What a signature says of itself besides what its certificate says. */
export interface SignatureStatement {
  readonly name: string;
  readonly reason: string;
  /** Stated, not proven: the time of a timestamp is in the signature itself. */
  readonly signedAt: Date;
}

/** Makes the signature (a CMS in DER) of the digest of the bytes it is given piece by piece. */
export type Signing = (signed: Buffer) => Promise<Buffer>;

/** Room for a signature with its chain and a timestamp, in bytes. */
const ROOM_BYTES = 16_384;
const RANGE = '[0 0000000000 0000000000 0000000000]';
/** Printed, and not to be changed (ISO 32000-1, 12.5.3): without the first PDF/A fails. */
const FLAGS = 132;
const STATEMENT = '전자서명 / Electronic signature';

/**
 * A document with a signature field and the signature in it (PAdES, ETSI EN 319 142-1), added as an update behind the bytes
 * that are there: they stay as they were, so that what was made the same way twice is the same up to its signature. The
 * field lies at the destination that a `verification` block leaves. Throws `UnreadablePdf`, or what `sign` throws.
 */
export async function signDocument(pdf: Buffer, statement: SignatureStatement, sign: Signing): Promise<Buffer> {
  const update = new Update(pdf);
  addField(update, statement);
  const { bytes, contentsAt } = update.finished();
  const end = contentsAt + 2 * ROOM_BYTES + 2;
  const range = `[0 ${ten(contentsAt)} ${ten(end)} ${ten(bytes.length - end)}]`;
  bytes.write(range, bytes.indexOf(RANGE, pdf.length, 'latin1'), 'latin1');
  const cms = await sign(Buffer.concat([bytes.subarray(0, contentsAt), bytes.subarray(end)]));
  invariant(cms.length <= ROOM_BYTES, `a signature of ${cms.length} bytes does not fit into ${ROOM_BYTES}`);
  bytes.write(cms.toString('hex'), contentsAt + 1, 'latin1');
  return bytes;
}

const ten = (value: number): string => String(value).padStart(10, '0');

/** Objects that come to a file or replace earlier ones, and the index behind them. */
class Update {
  readonly file: PdfFile;
  private readonly bodies = new Map<number, string>();
  private next: number;

  constructor(private readonly pdf: Buffer) {
    this.file = new PdfFile(pdf);
    this.next = this.file.size;
  }

  reserve(): number {
    this.next += 1;
    return this.next - 1;
  }

  put(id: number, body: string): void {
    this.bodies.set(id, body);
  }

  finished(): { readonly bytes: Buffer; readonly contentsAt: number } {
    const index = this.reserve();
    const parts: string[] = [];
    const offsets = new Map<number, number>();
    let at = this.pdf.length;
    const add = (id: number, body: string): void => {
      const text = `${id} 0 obj\n${body}\nendobj\n`;
      offsets.set(id, at);
      parts.push(text);
      at += text.length;
    };
    for (const [id, body] of [...this.bodies].sort(([a], [b]) => a - b)) add(id, body);
    const start = at;
    offsets.set(index, start);
    add(index, this.index(offsets));
    parts.push(`startxref\n${start}\n%%EOF\n`);
    const bytes = Buffer.concat([this.pdf, Buffer.from(parts.join(''), 'latin1')]);
    return { bytes, contentsAt: bytes.indexOf(`<${'0'.repeat(64)}`, this.pdf.length, 'latin1') };
  }

  /** The index of the update as a stream; the second identifier of the file changes with its content. */
  private index(offsets: ReadonlyMap<number, number>): string {
    const entries = [...offsets].sort(([a], [b]) => a - b);
    const table = Buffer.alloc(entries.length * 7);
    entries.forEach(([, offset], at) => {
      table.writeUInt8(1, at * 7);
      table.writeUIntBE(offset, at * 7 + 1, 5);
    });
    const { trailer, lastIndex } = this.file;
    const [first] = trailer.get('ID') as readonly PdfValue[];
    const second = new PdfText(createHash('sha256').update(this.pdf).digest().subarray(0, 16).toString('latin1'));
    const members: [string, PdfValue][] = [
      ['Type', new PdfName('XRef')],
      ['Size', this.next],
      ['W', [1, 5, 1]],
      ['Index', entries.flatMap(([id]) => [id, 1])],
      ['Prev', lastIndex],
      ['Root', trailer.get('Root') ?? null],
      ['Info', trailer.get('Info') ?? null],
      ['ID', [first ?? null, second]],
      ['Length', table.length],
    ];
    return `${written(new Map(members))}\nstream\n${table.toString('latin1')}\nendstream`;
  }
}

/** The field, its tagged place, and everything that has to know of it. */
function addField(update: Update, statement: SignatureStatement): void {
  const { file } = update;
  const { page, top } = placeOf(file);
  const [value, widget, appearance, element] = [update.reserve(), update.reserve(), update.reserve(), update.reserve()];
  const pageDictionary = file.dictionary(page);
  const width = rightOf(pageDictionary) - 2 * SIGNATURE_SIDE;
  const key = addToStructure(update, page, widget, element);
  update.put(value, signatureValue(statement));
  update.put(appearance, `<</Type/XObject/Subtype/Form/BBox[0 0 ${width} ${SIGNATURE_HEIGHT}]/Resources<<>>/Length 3>>\nstream\nq Q\nendstream`);
  const stated = written(textValue(STATEMENT));
  update.put(
    widget,
    `<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/TU ${stated}/Contents ${stated}/Rect[${SIGNATURE_SIDE} ${top - SIGNATURE_HEIGHT} ${SIGNATURE_SIDE + width} ${top}]` +
      `/F ${FLAGS}/P ${page.id} 0 R/V ${value} 0 R/AP<</N ${appearance} 0 R>>/StructParent ${key}>>`,
  );
  const annotations = file.resolved(pageDictionary.get('Annots'));
  const others = Array.isArray(annotations) ? (annotations as readonly PdfValue[]) : [];
  update.put(page.id, written(withMembers(pageDictionary, { Annots: [...others, new PdfReference(widget)], Tabs: new PdfName('S') })));
  const form = new Map<string, PdfValue>([
    ['SigFlags', 3],
    ['Fields', [new PdfReference(widget)]],
  ]);
  update.put(referenceOf(file.trailer.get('Root')).id, written(withMembers(file.catalogue, { AcroForm: form })));
}

/** A signature dictionary with room for what is not known yet: which bytes are signed, and the signature. */
function signatureValue({ name, reason, signedAt }: SignatureStatement): string {
  const at = `D:${signedAt.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  return (
    `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange ${RANGE}/Contents <${'0'.repeat(2 * ROOM_BYTES)}>` +
    `/M(${at})/Name ${written(textValue(name))}/Reason ${written(textValue(reason))}>>`
  );
}

/** Makes the field a node of the structure, below the document itself, and answers its key in the table of parents. */
function addToStructure(update: Update, page: PdfReference, widget: number, element: number): number {
  const { file } = update;
  const rootReference = referenceOf(file.catalogue.get('StructTreeRoot'));
  const root = file.dictionary(rootReference);
  const kids = file.resolved(root.get('K'));
  const top = referenceOf(Array.isArray(kids) ? (kids as readonly PdfValue[])[0] : root.get('K'));
  const document = file.dictionary(top);
  const key = root.get('ParentTreeNextKey');
  invariant(typeof key === 'number', 'the table of parents has a next key');
  const own = file.resolved(document.get('K'));
  const before = Array.isArray(own) ? (own as readonly PdfValue[]) : [document.get('K') ?? null];
  update.put(element, `<</S/Form/P ${top.id} 0 R/Pg ${page.id} 0 R/Alt ${written(textValue(STATEMENT))}/K<</Type/OBJR/Obj ${widget} 0 R/Pg ${page.id} 0 R>>>>`);
  update.put(top.id, written(withMembers(document, { K: [...before, new PdfReference(element)] })));
  update.put(rootReference.id, written(withMembers(root, { ParentTreeNextKey: key + 1 })));
  addToParents(update, referenceOf(root.get('ParentTree')), key, element);
  return key;
}

/** The table of parents is a number tree: one leaf, or leaves below a root. */
function addToParents(update: Update, reference: PdfReference, key: number, element: number): void {
  const tree = update.file.dictionary(reference);
  const numbers = update.file.resolved(tree.get('Nums'));
  if (Array.isArray(numbers)) {
    update.put(reference.id, written(withMembers(tree, { Nums: [...(numbers as readonly PdfValue[]), key, new PdfReference(element)] })));
    return;
  }
  const kids = update.file.resolved(tree.get('Kids'));
  invariant(Array.isArray(kids), 'the table of parents has leaves');
  const leaf = update.reserve();
  update.put(leaf, `<</Limits[${key} ${key}]/Nums[${key} ${element} 0 R]>>`);
  update.put(reference.id, written(withMembers(tree, { Kids: [...(kids as readonly PdfValue[]), new PdfReference(leaf)] })));
}

/** The page and the height of the destination that the field hangs from. */
function placeOf(file: PdfFile): { readonly page: PdfReference; readonly top: number } {
  const destinations = file.dictionary(file.dictionary(file.catalogue.get('Names')).get('Dests'));
  const target = inNameTree(file, destinations, SIGNATURE_DESTINATION);
  const [page, , , top] = Array.isArray(target) ? (target as readonly PdfValue[]) : [];
  invariant(page instanceof PdfReference && typeof top === 'number', 'a document to be signed has a place for the signature');
  return { page, top };
}

function inNameTree(file: PdfFile, node: PdfDictionary, wanted: string): unknown {
  const names = file.resolved(node.get('Names'));
  if (Array.isArray(names)) {
    const list = names as readonly PdfValue[];
    const at = list.findIndex((name, index) => index % 2 === 0 && name instanceof PdfText && name.bytes === wanted);
    return at === -1 ? null : file.resolved(list[at + 1]);
  }
  const kids = file.resolved(node.get('Kids'));
  const found = Array.isArray(kids) ? (kids as readonly PdfValue[]).map((kid) => inNameTree(file, file.dictionary(kid), wanted)) : [];
  return found.find((each) => each !== null) ?? null;
}

function rightOf(page: PdfDictionary): number {
  const box = page.get('MediaBox');
  const right = Array.isArray(box) ? (box as readonly PdfValue[])[2] : null;
  invariant(typeof right === 'number', 'a page has its size');
  return right;
}

function referenceOf(value: PdfValue | undefined): PdfReference {
  invariant(value instanceof PdfReference && !isDictionary(value), 'a reference was expected');
  return value;
}
