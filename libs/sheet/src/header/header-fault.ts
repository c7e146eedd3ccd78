import type { FieldFault } from '#libs/errors';
import type { Cell } from '../workbook.js';
import type { ColumnSpec } from './find-header.js';

/** Says that no row of the sheet looks like the header that was expected. */
export function headerIsMissing(sheetName: string, specs: readonly ColumnSpec<string>[]): FieldFault {
  const names = (specs.some((spec) => spec.required === true) ? specs.filter((spec) => spec.required === true) : specs).map((spec) => spec.names[0]).join(', ');
  return {
    pointer: pointerTo(sheetName),
    code: 'sheet.header-missing',
    text: {
      ko: `'${sheetName}' 시트에서 제목 행을 찾을 수 없습니다. 다음 열 이름이 한 행에 있어야 합니다: ${names}`,
      en: `Sheet '${sheetName}' has no header row. These column names must stand in one row: ${names}`,
    },
    fix: { ko: '이 열 이름들이 있는 제목 행부터 복사해 넣거나, 파일에 제목 행을 더해 다시 올리십시오.', en: 'Copy from the row that holds these names on, or add such a row to the file, and upload again.' },
  };
}

/** Says that a required column is not in the header row; `nearest` is the header text most like it. */
export function columnIsMissing(sheetName: string, headerRow: number, spec: ColumnSpec<string>, nearest: string | null): FieldFault {
  const name = spec.names[0];
  return {
    pointer: `${pointerTo(sheetName)}/${spec.key}`,
    code: 'sheet.column-missing',
    text: {
      ko: `'${sheetName}' 시트의 제목 행(${headerRow}행)에 필수 열 '${name}'이(가) 없습니다.`,
      en: `The header row (row ${headerRow}) of sheet '${sheetName}' lacks the required column '${name}'.`,
    },
    fix:
      nearest === null
        ? { ko: `'${name}' 열을 추가하십시오.`, en: `Add a column '${name}'.` }
        : { ko: `'${nearest}' 열이 맞으면 이름을 '${name}'(으)로 바꾸십시오.`, en: `If '${nearest}' is that column, rename it to '${name}'.` },
  };
}

/** Says that a required column stands there more than once, so nobody can tell which one counts. */
export function columnIsAmbiguous(sheetName: string, headerRow: number, spec: ColumnSpec<string>, cells: readonly Cell[]): FieldFault {
  const name = spec.names[0];
  const places = cells.map((cell) => cell.address).join(', ');
  return {
    pointer: `${pointerTo(sheetName)}/${spec.key}`,
    code: 'sheet.column-ambiguous',
    text: {
      ko: `'${sheetName}' 시트의 제목 행(${headerRow}행)에 '${name}' 열이 여러 개 있습니다(${places}).`,
      en: `The header row (row ${headerRow}) of sheet '${sheetName}' has the column '${name}' more than once (${places}).`,
    },
    fix: { ko: '하나만 남기고 나머지의 이름을 바꾸십시오.', en: 'Keep one and rename the others.' },
  };
}

/** JSON pointer (RFC 6901) to a sheet by name. */
function pointerTo(sheetName: string): string {
  return `/${sheetName.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
