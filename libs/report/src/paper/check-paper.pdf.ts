import { createHash } from 'node:crypto';
import type { Bilingual } from '#libs/errors';
import { filesByName, pageTexts, PdfFile, readSignature, UnreadablePdf } from '#libs/pdf';
import { parseProof, type SealProof } from '#libs/seal';
import { parseSlip, SLIP_FILE, type IssueSlip } from '../issue/slip.js';
import { REPORTS } from '../report/report.registry.js';
import { sealReport } from '../report/report.service.js';
import { DATA_FILE, SEAL_FILE, type ReportDraft } from '../report/report.js';
import { checkCms, type CheckedSignature, type SignatureFault } from '#libs/signature';
import { differences, type TextDifference } from './page-comparison.js';

/** What of a report in somebody's hands is not as it was made. */
export interface PaperFault {
  readonly part: 'FILE' | 'ATTACHMENT' | 'FIGURE' | 'SIGNATURE';
  readonly text: Bilingual;
}

export interface CheckedPaper {
  readonly faults: readonly PaperFault[];
  readonly slip: IssueSlip | null;
  /** The sealed rows that came along, to be checked by `verifyProof`. */
  readonly proof: SealProof | null;
  readonly dataSha256: string | null;
  readonly signature: CheckedSignature | null;
  /** How many texts of the pages were made again from the data and compared. */
  readonly comparedTexts: number;
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
  const faults: PaperFault[] = [];
  const { fault, signature } = await checkSignature(pdf);
  if (fault !== null) faults.push(fault);
  try {
    const inside = lookInside(pdf);
    const swapped = swappedFiles(inside);
    const signedBy = signerFault(inside.slip, signature, fault);
    faults.push(...swapped, ...(signedBy === null ? [] : [signedBy]));
    const dataSha256 = printedFingerprint(inside.file);
    if (!inside.files.some(({ bytes }) => sha256(bytes) === dataSha256)) faults.push(dataFault());
    // Pages that are set again from data that is not theirs would differ everywhere.
    const compared = swapped.length > 0 ? null : await comparePages(inside);
    if (compared !== null) faults.push(...compared.differing.map(figureFault));
    const proof = parseProof(textOf(inside, SEAL_FILE) ?? '');
    return { faults, slip: inside.slip, proof, dataSha256, signature, comparedTexts: compared?.count ?? 0 };
  } catch (error) {
    if (!(error instanceof UnreadablePdf || error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return { faults: [...faults, unreadable(error.message)], slip: null, proof: null, dataSha256: null, signature, comparedTexts: 0 };
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
  return files
    .filter(({ bytes }) => !printed.includes(sha256(bytes)))
    .map(({ name }) => ({
      part: 'ATTACHMENT',
      text: { ko: `첨부 '${name}'의 해시가 본문에 인쇄된 해시와 다릅니다. 첨부가 바뀌었습니다.`, en: `The attachment '${name}' does not have the hash that is printed: it was swapped.` },
    }));
}

function printedFingerprint(file: PdfFile): string | null {
  const metadata = file.resolved(file.catalogue.get('Metadata'));
  const xml = metadata !== null && typeof metadata === 'object' && 'bytes' in metadata && Buffer.isBuffer(metadata.bytes) ? metadata.bytes.toString('utf8') : '';
  return /<baton:dataSha256>([0-9a-f]{64})</.exec(xml)?.[1] ?? null;
}

/** Sets the report again from the data inside and compares page by page. Null where it is no report that this program knows. */
async function comparePages(inside: Inside): Promise<{ readonly differing: readonly TextDifference[]; readonly count: number } | null> {
  const { pages, slip } = inside;
  const data = textOf(inside, DATA_FILE);
  const letter = slip?.letter ?? /RPT-([A-Z])-/.exec(pages[0]?.join('\n') ?? '')?.[1];
  const definition = slip === null ? Object.values(REPORTS).find((each) => each.letter === letter) : REPORTS[slip.reportKind];
  if (data === null || definition === undefined) return null;
  const seal = parseProof(textOf(inside, SEAL_FILE) ?? '');
  const report = sealReport(JSON.parse(data) as ReportDraft, definition.letter, new Date(slip?.issuedAt ?? 0), seal, slip);
  const again = pageTexts(new PdfFile(await definition.pdf(report, [])));
  return { differing: differences(pages, again), count: again.flat().length };
}

const figureFault = ({ page, printed, made }: TextDifference): PaperFault => ({
  part: 'FIGURE',
  text: {
    ko: `${page}쪽: 자료에 따르면 '${made ?? '(없음)'}'이어야 할 자리에 '${printed ?? '(없음)'}'이(가) 인쇄되어 있습니다.`,
    en: `Page ${page}: '${printed ?? '(nothing)'}' is printed where the data gives '${made ?? '(nothing)'}'.`,
  },
});

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

const SIGNATURE_FAULTS: Readonly<Record<SignatureFault, Bilingual>> = {
  DIGEST: { ko: '전자서명 이후 파일의 바이트가 바뀌었습니다.', en: 'Bytes of the file were changed after it was signed.' },
  SIGNATURE: { ko: '전자서명이 그 인증서로 만든 것이 아닙니다.', en: 'The signature was not made with the certificate that it names.' },
  CERTIFICATE: { ko: '전자서명 안의 인증서가 바뀌었습니다.', en: 'The certificate in the signature was put in the place of another.' },
  TIMESTAMP: { ko: '전자서명의 시각 확인(타임스탬프)이 이 서명의 것이 아닙니다.', en: 'The timestamp is not of this signature.' },
  UNREADABLE: { ko: '전자서명을 읽을 수 없습니다.', en: 'The signature cannot be read.' },
};
const ADDED: Bilingual = { ko: '전자서명 뒤에 내용이 덧붙었습니다. 서명은 파일 전체를 덮지 않습니다.', en: 'Something was added behind the signature, which does not cover all of the file.' };
const STRIPPED: Bilingual = { ko: '발급 보고서인데 전자서명이 없습니다. 서명이 제거되었습니다.', en: 'The report was issued with a signature, which is not there: it was stripped.' };
const OF_ANOTHER: Bilingual = { ko: '본문에 인쇄된 서명자의 인증서로 서명한 것이 아닙니다.', en: 'It is not signed with the certificate of the signer that is printed.' };

const dataFault = (): PaperFault => ({
  part: 'FILE',
  text: { ko: '보고서에 첨부된 자료가 인쇄된 자료 지문과 다릅니다. 자료나 지문이 바뀌었습니다.', en: 'The data in the report does not have the fingerprint that is printed on it: one of the two was changed.' },
});
const unreadable = (reason: string): PaperFault => ({ part: 'FILE', text: { ko: `파일을 끝까지 읽을 수 없습니다. 파일이 바뀌었거나 손상되었습니다. (${reason})`, en: `The file cannot be read to its end: it was changed or damaged. (${reason})` } });
