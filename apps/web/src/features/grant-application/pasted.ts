import { parseDateInput } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import type { ApplicationForm } from './grant-application.requests.js';

/** The columns of a pasted list, by the words that its head may use. */
const COLUMNS = {
  number: ['접수번호', '신청번호', 'number'],
  receivedOn: ['접수일', '접수일자', 'received'],
  title: ['과제명', 'title'],
  technology: ['기술', '대상기술', 'technology'],
  subProgramme: ['내역사업', '단계', '세부사업', 'tier'],
  broker: ['중개인', '중개기관', 'broker'],
  periodFrom: ['시작일', '과제시작일', 'from'],
  periodTo: ['종료일', '과제종료일', 'to'],
  role: ['역할', '기관역할', 'role'],
  name: ['기관명', '연구개발기관', '기업명', 'institution'],
  businessNumber: ['사업자등록번호', '사업자번호', 'business number'],
  institution: ['기관유형', '기관구분', 'type'],
  investigator: ['연구책임자', 'investigator'],
  investigatorNumber: ['국가연구자번호', '연구자번호', 'researcher number'],
  governmentWon: ['정부지원금', '정부지원연구개발비', 'government'],
  ownCashWon: ['기관부담 현금', '기관부담현금', 'own cash'],
  ownInKindWon: ['기관부담 현물', '기관부담현물', 'own in kind'],
} as const;
type Column = keyof typeof COLUMNS;

/** A list without a line, as a file that a spreadsheet opens: the headers that are looked for first. */
export const BLANK_LIST = `\ufeff${Object.values(COLUMNS).map(([header]) => header).join(',')}\r\n`;

const REQUIRED: readonly Column[] = ['title', 'periodFrom', 'periodTo', 'name', 'businessNumber', 'institution', 'governmentWon'];
const ROLES: Readonly<Record<string, 'LEAD' | 'JOINT' | 'COMMISSIONED'>> = { '': 'LEAD', 주관: 'LEAD', 주관기관: 'LEAD', LEAD: 'LEAD', 공동: 'JOINT', 공동기관: 'JOINT', JOINT: 'JOINT', 위탁: 'COMMISSIONED', 위탁기관: 'COMMISSIONED', COMMISSIONED: 'COMMISSIONED' };
const TYPES: Readonly<Record<string, ApplicationForm['applicants'][number]['institution']>> = {
  중소기업: 'SME', SME: 'SME', 중견기업: 'MID_SIZE', MID_SIZE: 'MID_SIZE', 대기업: 'LARGE', 공기업: 'LARGE', LARGE: 'LARGE', 비영리: 'NON_PROFIT', 비영리기관: 'NON_PROFIT', 대학: 'NON_PROFIT', 출연연: 'NON_PROFIT', NON_PROFIT: 'NON_PROFIT',
};

/** Why a row of the paste cannot be read: which column of which line, counted from 1. */
export interface PasteFault {
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

export interface Pasted {
  /** What can be sent. */
  readonly rows: readonly ApplicationForm[];
  readonly faults: readonly PasteFault[];
  /** Columns that have to be there and are not. */
  readonly missing: readonly string[];
  /** The head and the lines that cannot be sent as they are, ready to be mended; empty where there are none. */
  readonly left: string;
}

/** Above the head of a list stand titles and remarks, but not many. */
const HEAD_WITHIN = 20;

const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s()·]/gu, '').replace(/원$/u, '').toLowerCase();

/**
 * A list as it is copied out of a spreadsheet. Lines of one receipt number are the institutions of one application; an
 * application with a line that cannot be read waits as a whole.
 */
export function readPasted(text: string): Pasted {
  const written = text.replace(/\r/g, '').split('\n');
  const headAt = headOf(written);
  const at = columnsOf(written[headAt] ?? '');
  const missing = REQUIRED.filter((column) => !at.has(column)).map((column) => COLUMNS[column][0]);
  if (missing.length > 0) return { rows: [], faults: [], missing, left: '' };
  const faults: PasteFault[] = [];
  const receipts = new Map<string, { readonly lines: string[]; form: ApplicationForm; whole: boolean }>();
  written.forEach((line, index) => {
    if (index <= headAt || line.trim() === '') return;
    const cells = cellsOf(line);
    const before = faults.length;
    const read = readLine((column) => cells[at.get(column) ?? -1] ?? '', (column, value) => faults.push({ line: index + 1, column: COLUMNS[column][0], value }));
    const key = read.number ?? `line ${index}`;
    const known = receipts.get(key);
    const whole = faults.length === before && known?.whole !== false;
    receipts.set(key, { lines: [...(known?.lines ?? []), line], whole, form: known === undefined ? read : { ...known.form, applicants: [...known.form.applicants, ...read.applicants] } });
  });
  const all = [...receipts.values()];
  const left = all.filter(({ whole }) => !whole).flatMap(({ lines }) => lines);
  return { rows: all.filter(({ whole }) => whole).map(({ form }) => form), faults, missing, left: left.length === 0 ? '' : [written[headAt] ?? '', ...left].join('\n') };
}

const cellsOf = (line: string): readonly string[] => line.split('\t').map((cell) => cell.trim());

/** The line that names most of the columns that are wanted. */
function headOf(lines: readonly string[]): number {
  const named = lines.slice(0, HEAD_WITHIN).map((line) => REQUIRED.filter((column) => columnsOf(line).has(column)).length);
  return Math.max(0, named.indexOf(Math.max(0, ...named)));
}

function columnsOf(line: string): ReadonlyMap<Column, number> {
  const head = cellsOf(line);
  return new Map(
    (Object.keys(COLUMNS) as Column[]).flatMap((column) => {
      const index = head.findIndex((cell) => COLUMNS[column].some((name) => squeeze(name) === squeeze(cell)));
      return index < 0 ? [] : [[column, index] as const];
    }),
  );
}

function readLine(cell: (column: Column) => string, refuse: (column: Column, value: string) => void): ApplicationForm {
  const want = <T>(column: Column, read: (text: string) => T | null | undefined, fallback: T): T => {
    const value = read(cell(column));
    if (value === null || value === undefined) refuse(column, cell(column));
    return value ?? fallback;
  };
  const text = (name: string) => (value: string): string | null => (value === '' && name !== '' ? null : value);
  const won = (value: string): string | null => {
    const amount = parseWonInput(value === '' ? '0' : value);
    return amount.ok ? amount.amount.toString() : null;
  };
  const optional = <Key extends Column>(column: Key): Partial<Record<Key, string>> => (cell(column) === '' ? {} : ({ [column]: cell(column) } as Record<Key, string>));
  return {
    ...optional('number'),
    ...(cell('receivedOn') === '' ? {} : { receivedOn: want('receivedOn', parseDateInput, '') }),
    title: want('title', text('title'), ''),
    ...optional('technology'),
    ...optional('subProgramme'),
    ...optional('broker'),
    ...{ periodFrom: want('periodFrom', parseDateInput, ''), periodTo: want('periodTo', parseDateInput, '') },
    applicants: [
      {
        organisation: { name: want('name', text('name'), ''), businessNumber: want('businessNumber', text('businessNumber'), '') },
        role: want('role', (value) => ROLES[value], 'LEAD'),
        institution: want('institution', (value) => TYPES[value], 'SME'),
        ...optional('investigator'),
        ...optional('investigatorNumber'),
        ...{ governmentWon: want('governmentWon', won, '0'), ownCashWon: want('ownCashWon', won, '0'), ownInKindWon: want('ownInKindWon', won, '0') },
      },
    ],
  };
}
