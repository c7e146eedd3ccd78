import { invariant } from '#libs/errors';
import type { ColumnRules, ColumnType } from '../judging/column.js';
import type { ColumnDefinition, SheetDefinition, WorkbookDefinition } from '../write/definition.js';

/** A sheet of a form: the columns by which its importer reads it. */
export interface FormSheet {
  readonly name: string;
  readonly rules: ColumnRules;
  /** What stands in the first column already, one row each: the items of an overview. */
  readonly items?: readonly string[];
}

/** The workbook that somebody without one fills in by hand, for one import. */
export interface BlankForm {
  /** In Korean, as the names of the columns; the file is named after it. */
  readonly title: string;
  readonly sheets: readonly FormSheet[];
}

/** A form is the same whenever it is fetched, and says nothing of when. */
const CREATED_AT = '2021-01-01T00:00:00Z';

const NOTES = ['노란 머리글은 꼭 채워야 하는 열입니다. 쓰지 않는 열과 시트는 비워 두십시오.', '단위: 원'];

type Entry = Readonly<{ type: ColumnDefinition['type']; prompt: string; width: number }>;

const ENTRIES: Readonly<Record<ColumnType, Entry>> = {
  text: { type: 'text', prompt: '글자로 적습니다.', width: 18 },
  loose: { type: 'text', prompt: '글자로 적습니다.', width: 18 },
  reference: { type: 'text', prompt: '다른 시트나 이미 기록된 것과 같게 적습니다.', width: 18 },
  date: { type: 'date', prompt: '날짜로 적습니다. 예: 2026-03-05', width: 14 },
  won: { type: 'won', prompt: '원 단위 숫자로 적습니다. 쉼표는 써도 됩니다.', width: 18 },
  count: { type: 'integer', prompt: '숫자만 적습니다.', width: 12 },
  'business-number': { type: 'text', prompt: '숫자 10자리를 적습니다. 하이픈은 써도 됩니다.', width: 18 },
  'corporate-number': { type: 'text', prompt: '숫자 13자리를 적습니다. 하이픈은 써도 됩니다.', width: 18 },
  'invoice-number': { type: 'text', prompt: '승인번호 24자리를 적습니다. 하이픈은 써도 됩니다.', width: 30 },
};

/**
 * The form as a workbook. Its headers are those that the importer looks for first, so it reads what comes back without a
 * question; titles and remarks above a header and sheets that stay empty are passed over by every importer.
 */
export function blankWorkbook({ title, sheets }: BlankForm): WorkbookDefinition {
  return { title, createdAt: CREATED_AT, sheets: sheets.map((sheet) => blankSheet(sheet)) };
}

function blankSheet({ name, rules, items = [] }: FormSheet): SheetDefinition {
  const columns = Object.values(rules).map((rule): ColumnDefinition => {
    const { type, prompt, width } = ENTRIES[rule.type];
    const required = rule.required === true;
    const header = rule.names[0];
    return { header, type, width: Math.max(width, header.length * 2 + 4), entry: { required, prompt: `${required ? '꼭 적습니다.' : '비워 둘 수 있습니다.'} ${prompt}` } };
  });
  invariant(items.length === 0 || columns[0]?.type === 'text', `the items of ${name} are names`);
  return { name, title: name, notes: NOTES, columns, rows: items.map((item) => columns.map((_, index) => (index === 0 ? item : null))) };
}
