import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PdfFile } from '#libs/pdf';
import { Keyring } from '#libs/secret';
import { openDemoSigner, type ReportSigner } from '#libs/signature';

/** A signer whose certificate nobody else has. */
export async function demoSigner(): Promise<ReportSigner> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-signer-'));
  try {
    return await openDemoSigner(path.join(folder, 'signer.json'), new Keyring({ current: 'k1', keys: new Map([['k1', randomBytes(32)]]) }), new Date('2026-01-01T00:00:00Z'));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A document in which a file inside was replaced by an update behind it, as somebody would who knows how. */
export const withReplacedFile = (pdf: Buffer, name: string, bytes: Buffer): Buffer => withReplacedStream(pdf, idOfFile(new PdfFile(pdf), name), '/Type/EmbeddedFile/Subtype/text#2Fcsv', bytes);

/** A document in which one page shows what another one shows, by an update behind it: the reader sees it, and the bytes before are as they were. */
export function withReplacedPage(pdf: Buffer, page: number, shown: number): Buffer {
  const file = new PdfFile(pdf);
  const contentOf = (number: number): { readonly id: number } => file.dictionary(file.object(file.pageIds()[number - 1] ?? 0) as never).get('Contents') as { readonly id: number };
  const { bytes } = file.object(contentOf(shown).id) as { readonly bytes: Buffer };
  return withReplacedStream(pdf, contentOf(page).id, '', bytes);
}

function withReplacedStream(pdf: Buffer, id: number, members: string, bytes: Buffer): Buffer {
  const file = new PdfFile(pdf);
  const object = Buffer.concat([Buffer.from(`${id} 0 obj\n<<${members}/Length ${bytes.length}>>\nstream\n`), bytes, Buffer.from('\nendstream\nendobj\n')]);
  const [index, start] = [file.size, pdf.length + object.length];
  const table = Buffer.alloc(14);
  [pdf.length, start].forEach((offset, at) => {
    table.writeUInt8(1, at * 7);
    table.writeUIntBE(offset, at * 7 + 1, 5);
  });
  const root = /\/Root (\d+) 0 R/.exec(pdf.toString('latin1'))?.[1] ?? '0';
  const head = `${index} 0 obj\n<</Type/XRef/Size ${index + 1}/W[1 5 1]/Index[${id} 1 ${index} 1]/Prev ${file.lastIndex}/Root ${root} 0 R/Length 14>>\nstream\n`;
  return Buffer.concat([pdf, object, Buffer.from(head), table, Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`)]);
}

/** A paper that says that it is set with another version of the layout; not signed yet. */
export function ofAnotherLayout(pdf: Buffer): Buffer {
  const bytes = Buffer.from(pdf);
  const at = bytes.indexOf('<baton:layout>') + '<baton:layout>'.length;
  bytes.write(bytes.toString('latin1', at, at + 1) === '1' ? '9' : '1', at, 'latin1');
  return bytes;
}

/** The number of the stream of a file inside. */
function idOfFile(file: PdfFile, wanted: string): number {
  const attached = file.resolved(file.catalogue.get('AF')) as Parameters<PdfFile['dictionary']>[0][];
  for (const each of attached) {
    const specification = file.dictionary(each);
    const stream = file.dictionary(specification.get('EF')).get('F') as { readonly id: number };
    const { bytes } = specification.get('F') as { readonly bytes: string };
    const text = bytes.startsWith('\u00fe\u00ff') ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le') : bytes;
    if (text === wanted) return stream.id;
  }
  throw new RangeError(`there is no ${wanted} inside`);
}
