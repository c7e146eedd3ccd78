import { createHash } from 'node:crypto';
import type { Bilingual } from '#libs/errors';
import { filesByName, pageTexts, PdfFile, readSignature, UnreadablePdf } from '#libs/pdf';
import { parseProof, type SealProof } from '#libs/seal';
import { parseSlip, SLIP_FILE, type IssueSlip } from '../issue/slip.js';
import type { ReportDefinition } from '../report/report-definition.js';
import { REPORTS } from '../report/report.registry.js';
import { LAYOUT, UNSTATED_LAYOUT } from './layout.js';
import { sealReport } from '../report/report.service.js';
import { DATA_FILE, SEAL_FILE, type ReportDraft } from '../report/report.js';
import { checkCms, type CheckedSignature } from '#libs/signature';
import { figureDifferences } from './figure-comparison.js';
import { differences } from './page-comparison.js';
import { ADDED, dataFault, figureFault, layoutNote, OF_ANOTHER, pageFault, SIGNATURE_FAULTS, STRIPPED, swappedFault, unreadable, unsignedNote, type PaperFault } from './paper-words.js';
import { shownTexts } from './shown-texts.js';

export interface CheckedPaper {
  readonly faults: readonly PaperFault[];
  readonly slip: IssueSlip | null;
  /** The sealed rows that came along, to be checked by `verifyProof`. */
  readonly proof: SealProof | null;
  readonly dataSha256: string | null;
  readonly signature: CheckedSignature | null;
  /** How many texts of the pages were compared: made again from the data, or looked for where the layout is another one. */
  readonly comparedTexts: number;
  /** What was not looked at, and why; no fault of the paper. */
  readonly notes: readonly Bilingual[];
}

/** What lies inside the file, by name. */
interface Inside {
  readonly file: PdfFile;
  readonly files: ReturnType<typeof filesByName>;
  readonly pages: readonly (readonly string[])[];
  readonly slip: IssueSlip | null;
}

/**
 * Checks a report with nothing but itself: that the files inside have the hashes that are printed, that every page says what
 * the data inside gives when it is set again, and that the signature holds for all of it. Throws nothing.
 */
export async function checkPaper(pdf: Buffer): Promise<CheckedPaper> {
  const { fault, signature } = await checkSignature(pdf);
  const signed = fault === null ? [] : [fault];
  try {
    const inside = lookInside(pdf);
    const swapped = swappedFiles(inside);
    const signedBy = signerFault(inside.slip, signature, fault);
    const dataSha256 = stated(inside.file, 'dataSha256');
    const mismatch = inside.files.some(({ bytes }) => sha256(bytes) === dataSha256) ? [] : [dataFault()];
    // Pages that are set again from data that is not theirs would differ everywhere.
    const compared = swapped.length > 0 ? NOTHING_COMPARED : await compare(inside);
    return {
      faults: [...signed, ...swapped, ...(signedBy === null ? [] : [signedBy]), ...mismatch, ...compared.faults],
      slip: inside.slip,
      proof: parseProof(textOf(inside, SEAL_FILE) ?? ''),
      dataSha256,
      signature,
      comparedTexts: compared.count,
      notes: [...compared.notes, ...(signature === null && fault === null && signedBy === null ? [unsignedNote(inside.slip)] : [])],
    };
  } catch (error) {
    if (!(error instanceof UnreadablePdf || error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return { faults: [...signed, unreadable(error.message)], slip: null, proof: null, dataSha256: null, signature, comparedTexts: 0, notes: [] };
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function lookInside(pdf: Buffer): Inside {
  const file = new PdfFile(pdf);
  const files = filesByName(file);
  const slip = files.find(({ name }) => name === SLIP_FILE);
  return { file, files, pages: pageTexts(file), slip: slip === undefined ? null : parseSlip(slip.bytes.toString('utf8')) };
}

const textOf = ({ files }: Inside, wanted: string): string | null => files.find(({ name }) => name === wanted)?.bytes.toString('utf8') ?? null;

/** Every file inside has its hash in the table of attachments; the table is set in groups of eight digits. */
function swappedFiles({ files, pages }: Inside): PaperFault[] {
  const printed = pages.map((texts) => texts.join('').replaceAll(/\s/g, '')).join('\n');
  return files.filter(({ bytes }) => !printed.includes(sha256(bytes))).map(({ name }) => swappedFault(name));
}

/** What the metadata says of the paper under a name of ours; null where it says nothing. */
function stated(file: PdfFile, name: 'dataSha256' | 'layout'): string | null {
  const metadata = file.resolved(file.catalogue.get('Metadata'));
  const xml = metadata !== null && typeof metadata === 'object' && 'bytes' in metadata && Buffer.isBuffer(metadata.bytes) ? metadata.bytes.toString('utf8') : '';
  return new RegExp(`<baton:${name}>([0-9a-f]{1,64})<`).exec(xml)?.[1] ?? null;
}

interface Compared {
  readonly faults: readonly PaperFault[];
  readonly count: number;
  readonly notes: readonly Bilingual[];
}
const NOTHING_COMPARED: Compared = { faults: [], count: 0, notes: [] };

/** Compares the pages with the data inside. Nothing is compared where it is no report that this program knows. */
async function compare(inside: Inside): Promise<Compared> {
  const { pages, slip } = inside;
  const data = textOf(inside, DATA_FILE);
  const letter = slip?.letter ?? /RPT-([A-Z])-/.exec(pages[0]?.join('\n') ?? '')?.[1];
  const definition = slip === null ? Object.values(REPORTS).find((each) => each.letter === letter) : REPORTS[slip.reportKind];
  if (data === null || definition === undefined) return NOTHING_COMPARED;
  const draft = JSON.parse(data) as ReportDraft;
  const layout = Number(stated(inside.file, 'layout') ?? UNSTATED_LAYOUT);
  return layout === LAYOUT ? comparePages(inside, definition, draft) : compareFigures(inside, draft, layout);
}

/** Sets the report again from its data and compares page by page. */
async function comparePages(inside: Inside, definition: ReportDefinition, draft: ReportDraft): Promise<Compared> {
  const { pages, slip } = inside;
  const seal = parseProof(textOf(inside, SEAL_FILE) ?? '');
  const report = sealReport(draft, definition.letter, new Date(slip?.issuedAt ?? 0), seal, slip);
  const again = pageTexts(new PdfFile(await definition.pdf(report, [])));
  return { faults: differences(pages, again).map(pageFault), count: again.flat().length, notes: [] };
}

/** Pages that this program would set otherwise are not set again: what the data says is looked for on them. */
function compareFigures({ pages, slip }: Inside, draft: ReportDraft, layout: number): Compared {
  const shown = shownTexts(draft);
  const known = `${JSON.stringify(draft)}\n${JSON.stringify(slip)}`;
  return { faults: figureDifferences(pages, shown, known).map(figureFault), count: shown.length, notes: [layoutNote(layout, LAYOUT)] };
}

async function checkSignature(pdf: Buffer): Promise<{ readonly fault: PaperFault | null; readonly signature: CheckedSignature | null }> {
  try {
    const found = readSignature(pdf);
    if (found === null) return { fault: null, signature: null };
    const { fault, signature } = await checkCms(found.cms, found.signed);
    if (fault !== null) return { fault: { part: 'SIGNATURE', text: SIGNATURE_FAULTS[fault] }, signature: null };
    return { fault: found.coversFile ? null : { part: 'SIGNATURE', text: ADDED }, signature };
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    return { fault: null, signature: null };
  }
}

/** The paper says who signed it; without that signature, or with that of another, it is not the paper that was issued. */
function signerFault(slip: IssueSlip | null, signature: CheckedSignature | null, known: PaperFault | null): PaperFault | null {
  if (slip === null || slip.copy !== null || slip.signer === null || known !== null) return null;
  if (signature === null) return { part: 'SIGNATURE', text: STRIPPED };
  return signature.fingerprint === slip.signer.fingerprint ? null : { part: 'SIGNATURE', text: OF_ANOTHER };
}
