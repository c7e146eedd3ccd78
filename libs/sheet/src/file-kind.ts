import type { Bilingual, DomainError } from '#libs/errors';
import { decodeText } from './delimited/encoding.js';
import { fileIsEmpty, fileIsRightsProtected, notAWorkbook, notDelimitedText, workbookIsEncrypted } from './refusal.js';

/** Says that a file is not what was asked for: what it looks like, and what to do about it. */
export type RefuseAs = (looksLike: Bilingual, fix: Bilingual) => DomainError;

const saveAsXlsx: Bilingual = {
  ko: '엑셀에서 열어 [다른 이름으로 저장 > Excel 통합 문서(.xlsx)]로 저장한 뒤 올려 주십시오.',
  en: 'Open it in Excel, save it as an Excel workbook (.xlsx), and upload that.',
};
const sendTable: Bilingual = {
  ko: '표가 들어 있는 엑셀 파일(.xlsx)이나 CSV 파일을 올려 주십시오.',
  en: 'Upload the Excel workbook (.xlsx) or the CSV file that holds the table.',
};
const sendUnpacked: Bilingual = { ko: '압축을 풀어 안의 .xlsx 파일을 올려 주십시오.', en: 'Unpack it and upload the .xlsx file inside.' };
const renameToXlsx: Bilingual = {
  ko: '엑셀 파일이면 파일 이름을 .xlsx로 바꾸어 올려 주십시오.',
  en: 'If it is an Excel workbook, rename it to .xlsx and upload that.',
};
const renameToCsv: Bilingual = {
  ko: '파일 이름을 .csv로 바꾸어 올리거나 엑셀에서 .xlsx로 저장해 올려 주십시오.',
  en: 'Rename it to .csv, or save it in Excel as .xlsx, and upload that.',
};

/** First bytes (Latin-1) of formats that people send by mistake. */
const signatures: readonly (readonly [start: string, looksLike: Bilingual, fix: Bilingual])[] = [
  ['PK\x03\x04', { ko: '엑셀 통합 문서나 압축 파일(ZIP)', en: 'an Excel workbook or a zip archive' }, renameToXlsx],
  ['%PDF', { ko: 'PDF 문서', en: 'a PDF document' }, sendTable],
  ['\x89PNG', { ko: '그림(PNG)', en: 'a picture (PNG)' }, sendTable],
  ['\xff\xd8\xff', { ko: '그림(JPEG)', en: 'a picture (JPEG)' }, sendTable],
  ['GIF8', { ko: '그림(GIF)', en: 'a picture (GIF)' }, sendTable],
  ['7z\xbc\xaf', { ko: '압축 파일(7z)', en: 'a 7z archive' }, sendUnpacked],
  ['Rar!', { ko: '압축 파일(RAR)', en: 'a RAR archive' }, sendUnpacked],
  ['\x1f\x8b', { ko: '압축 파일(gzip)', en: 'a gzip archive' }, sendUnpacked],
  ['{\\rtf', { ko: 'RTF 문서', en: 'an RTF document' }, sendTable],
];

const oleStart = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** Headers of the document-security products in use at Korean offices. */
const rightsProtection = /DRMONE|NASCA DRM FILE|SCDSA00|<DOCUMENT SAFER|Fasoo DRM/;

/** Whether the bytes start like a zip package, as every .xlsx does. */
export function startsLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** The refusal for bytes that are no zip package, given where a workbook was asked for. */
export function refuseAsWorkbook(bytes: Uint8Array): DomainError {
  const known = refuseBinary(bytes, notAWorkbook);
  if (known !== null) return known;
  const decoded = decodeText(bytes);
  if (decoded === null) return notAWorkbook({ ko: '알 수 없는 형식의 파일', en: 'a file of unknown kind' }, sendTable);
  return refuseMarkup(decoded.text, notAWorkbook) ?? notAWorkbook({ ko: '텍스트 파일(CSV)', en: 'a text file (CSV)' }, renameToCsv);
}

/** The refusal for bytes that are no delimited text, given where it was asked for; null when they may be. */
export function refuseAsText(bytes: Uint8Array): DomainError | null {
  return refuseBinary(bytes, notDelimitedText);
}

/** The refusal for a web page or another marked-up text, as many Korean systems call their "Excel download"; null for plain text. */
export function refuseMarkup(text: string, refuseAs: RefuseAs): DomainError | null {
  const start = text.slice(0, 4096).trimStart().toLowerCase();
  if (start.startsWith('mime-version:')) return refuseAs({ ko: '웹 보관 문서(MHT)', en: 'a web archive (MHT)' }, saveAsXlsx);
  if (!start.startsWith('<')) return null;
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return refuseAs({ ko: 'XML 스프레드시트 2003', en: 'an XML Spreadsheet 2003' }, saveAsXlsx);
  }
  if (/<(!doctype html|html|head|meta|table|style|body|div)\b/.test(start)) return refuseAs({ ko: '웹 페이지(HTML)', en: 'a web page (HTML)' }, saveAsXlsx);
  return start.startsWith('<?xml') ? refuseAs({ ko: 'XML 문서', en: 'an XML document' }, saveAsXlsx) : null;
}

/** The refusal for a zip package that is no workbook, from the (lower-case) names of its parts and the text of its `mimetype` part. */
export function refusePackage(names: readonly string[], mimetype: string): DomainError {
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (has('xl/workbook.bin')) return notAWorkbook({ ko: '엑셀 바이너리 통합 문서(.xlsb)', en: 'an Excel binary workbook (.xlsb)' }, saveAsXlsx);
  if (mimetype.includes('spreadsheet')) return notAWorkbook({ ko: '오픈도큐먼트 스프레드시트(.ods)', en: 'an OpenDocument spreadsheet (.ods)' }, saveAsXlsx);
  if (mimetype.includes('hwp')) return notAWorkbook({ ko: '한글 문서(.hwpx)', en: 'a Hangul document (.hwpx)' }, sendTable);
  if (has('word/')) return notAWorkbook({ ko: '워드 문서(.docx)', en: 'a Word document (.docx)' }, sendTable);
  if (has('ppt/')) return notAWorkbook({ ko: '파워포인트 문서(.pptx)', en: 'a PowerPoint document (.pptx)' }, sendTable);
  if (names.some((name) => name.endsWith('.iwa'))) return notAWorkbook({ ko: 'Numbers 문서', en: 'a Numbers document' }, saveAsXlsx);
  return notAWorkbook({ ko: '압축 파일(ZIP)', en: 'a zip archive' }, sendUnpacked);
}

function refuseBinary(bytes: Uint8Array, refuseAs: RefuseAs): DomainError | null {
  if (bytes.length === 0) return fileIsEmpty();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('latin1', 0, 512);
  if (rightsProtection.test(start)) return fileIsRightsProtected();
  if (start.startsWith(oleStart)) return refuseOleContainer(buffer, refuseAs);
  const known = signatures.find(([signature]) => start.startsWith(signature));
  return known === undefined ? null : refuseAs(known[1], known[2]);
}

function refuseOleContainer(buffer: Buffer, refuseAs: RefuseAs): DomainError {
  const has = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return workbookIsEncrypted();
  if (has('HwpSummaryInformation')) return refuseAs({ ko: '한글 문서(.hwp)', en: 'a Hangul document (.hwp)' }, sendTable);
  if (has('Workbook') || has('Book')) return refuseAs({ ko: '예전 형식의 엑셀 파일(.xls)', en: 'an old Excel file (.xls)' }, saveAsXlsx);
  return refuseAs({ ko: '예전 형식의 오피스 문서', en: 'an old Office document' }, sendTable);
}
