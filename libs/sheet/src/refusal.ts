import { DomainError } from '#libs/errors';
import type { Bilingual, Details } from '#libs/errors';
import type { Budget } from './limits.js';

function refusal(code: string, ko: string, en: string, details: Details = {}, cause?: unknown): DomainError {
  return new DomainError('invalid', code, { ko, en }, { details, ...(cause === undefined ? {} : { cause }) });
}

/** Refuses a file of zero bytes. */
export function fileIsEmpty(): DomainError {
  return refusal(
    'sheet.file-empty',
    '파일에 내용이 없습니다(0바이트). 저장이 끝난 파일인지 확인하고 다시 올려 주십시오.',
    'The file is empty (0 bytes). Check that it was saved completely and upload it again.',
  );
}

/** Refuses a file that is something else than an Excel workbook, whatever its name says; `fix` says how to make one of it. */
export function notAWorkbook(looksLike: Bilingual, fix: Bilingual): DomainError {
  return refusal(
    'sheet.not-a-workbook',
    `이 파일은 엑셀 통합 문서(.xlsx)가 아니라 ${looksLike.ko}(으)로 보입니다. ${fix.ko}`,
    `This is not an Excel workbook (.xlsx); it looks like ${looksLike.en}. ${fix.en}`,
    { looksLike: looksLike.en },
  );
}

/** Refuses a file that is no delimited text, whatever its name says; `fix` says what to upload instead. */
export function notDelimitedText(looksLike: Bilingual, fix: Bilingual): DomainError {
  return refusal(
    'sheet.not-delimited-text',
    `이 파일은 텍스트(CSV)가 아니라 ${looksLike.ko}(으)로 보입니다. ${fix.ko}`,
    `This is not a text file (CSV); it looks like ${looksLike.en}. ${fix.en}`,
    { looksLike: looksLike.en },
  );
}

/** Refuses a workbook that opens only with a password. */
export function workbookIsEncrypted(): DomainError {
  return refusal(
    'sheet.encrypted',
    '암호가 걸린 통합 문서입니다. 엑셀에서 [파일 > 정보 > 통합 문서 보호 > 암호 설정]의 암호를 지우고 저장한 뒤 다시 올려 주십시오.',
    'The workbook is protected with a password. In Excel, clear it under File > Info > Protect Workbook > Encrypt with Password, save, and upload again.',
  );
}

/** Refuses a file wrapped by document-security software, as Korean offices use it; only the sender can unwrap it. */
export function fileIsRightsProtected(): DomainError {
  return refusal(
    'sheet.rights-protected',
    '문서보안(DRM)이 걸린 파일입니다. 보안을 해제한 파일로 저장해 다시 올려 주십시오.',
    'The file is wrapped by document-security (DRM) software. Save an unprotected copy and upload that.',
  );
}

/** Refuses a broken file. */
export function fileIsCorrupt(cause?: unknown): DomainError {
  return refusal(
    'sheet.corrupt',
    '파일이 손상되어 읽을 수 없습니다. 엑셀에서 열어 [다른 이름으로 저장 > Excel 통합 문서(.xlsx)]로 저장한 뒤 다시 올려 주십시오.',
    'The file is damaged and cannot be read. Open it in Excel, save it under another name as an Excel workbook (.xlsx), and upload that.',
    {},
    cause,
  );
}

/** Refuses a workbook whose parts inflate beyond all measure (a zip bomb, or a sheet with far too much in it). */
export function inflatesTooMuch(details: Details): DomainError {
  return refusal(
    'sheet.inflates-too-much',
    '압축을 풀면 허용 크기를 넘는 파일입니다. 그림과 필요 없는 시트를 지우거나 여러 파일로 나누어 올려 주십시오.',
    'The file grows beyond the allowed size when unpacked. Remove pictures and sheets that are not needed, or split it into several files.',
    details,
  );
}

/** Refuses a workbook of too many parts. */
export function hasTooManyEntries(limit: number, found: number): DomainError {
  return refusal(
    'sheet.too-many-entries',
    `통합 문서 안의 구성 파일이 너무 많습니다(한도 ${limit}개). 필요한 시트만 새 통합 문서에 복사해 올려 주십시오.`,
    `The workbook is made of too many parts (at most ${limit}). Copy the sheets you need into a new workbook and upload that.`,
    { limit, found },
  );
}

/** Refuses a package with part names that lead out of it. */
export function hasUnsafePath(): DomainError {
  return refusal(
    'sheet.unsafe-path',
    '파일 안에 허용되지 않는 경로가 있습니다. 엑셀에서 열어 새 이름의 .xlsx로 저장한 뒤 다시 올려 주십시오.',
    'The file contains a path that is not allowed. Open it in Excel, save it under a new name as .xlsx, and upload that.',
  );
}

/** Refuses a text file in none of the encodings Korean offices use. */
export function encodingIsUnknown(): DomainError {
  return refusal(
    'sheet.encoding-unknown',
    '글자 인코딩을 알 수 없습니다. 엑셀에서 [CSV UTF-8(쉼표로 분리)] 형식으로 저장해 다시 올려 주십시오.',
    'The text encoding is not known. Save the file in Excel as "CSV UTF-8 (Comma delimited)" and upload that.',
  );
}

/** Refuses a cell of more characters than Excel itself allows. */
export function cellIsTooLong(place: string, limit: number): DomainError {
  return refusal(
    'sheet.cell-too-long',
    `셀의 내용이 너무 깁니다(한도 ${limit}자${place === '' ? '' : `, ${place}`}). 내용을 줄이거나 첨부 문서로 올려 주십시오.`,
    `A cell holds too much text (at most ${limit} characters${place === '' ? '' : `, ${place}`}). Shorten it or attach a document instead.`,
    { limit, place },
  );
}

/** Counts one row with content; throws when the file has too many. */
export function countRow(budget: Budget): void {
  budget.rows += 1;
  const limit = budget.limits.maxRows;
  if (budget.rows > limit) {
    throw refusal(
      'sheet.too-many-rows',
      `행이 너무 많습니다(한도 ${limit}행). 파일을 나누어 올려 주십시오.`,
      `There are too many rows (at most ${limit}). Split the file.`,
      { limit },
    );
  }
}

/** Counts one filled cell at a column (1-based); throws when the file has too many or reaches too far right. */
export function countCell(budget: Budget, column: number): void {
  const { maxCells, maxColumns } = budget.limits;
  if (column > maxColumns) {
    throw refusal(
      'sheet.too-many-columns',
      `열이 너무 많습니다(한도 ${maxColumns}열). 필요한 열만 남기고 오른쪽의 내용을 지워 주십시오.`,
      `There are too many columns (at most ${maxColumns}). Keep the columns you need and clear what stands to the right of them.`,
      { limit: maxColumns },
    );
  }
  budget.cells += 1;
  if (budget.cells > maxCells) throw hasTooManyCells(maxCells);
}

/** Refuses a file of too many filled cells. */
export function hasTooManyCells(limit: number): DomainError {
  return refusal(
    'sheet.too-many-cells',
    `내용이 있는 셀이 너무 많습니다(한도 ${limit}개). 파일을 나누어 올려 주십시오.`,
    `There are too many filled cells (at most ${limit}). Split the file.`,
    { limit },
  );
}
