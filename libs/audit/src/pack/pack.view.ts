import { localDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Policy } from '#libs/policy';
import {
  basisPointsText,
  both,
  businessNumberText,
  dateText,
  instantText,
  nameIn,
  NOTHING,
  percentText,
  SOURCE_NAMES,
  textOr,
  wonText,
  type ReportBlock,
  type ReportColumn,
  type ReportRow,
  type ReportSection,
} from '#libs/report';
import { LIMIT_NAMES } from './audit.policy.js';
import type { PackColumn, PackDefinition, PackDraft, PackList, PackQuestion, PackRecord, PackValue } from './pack.js';
import { redacted } from './redaction.js';

/** What the sources answered to a pack, list by list in its order. */
export interface PackAnswers {
  readonly definition: PackDefinition;
  readonly question: PackQuestion;
  readonly answers: readonly (readonly PackRecord[])[];
  readonly scope: Bilingual;
}

/**
 * A pack as plain data with the final texts in it: the screen, the PDF and the workbook are made of this one model and
 * format and hide nothing themselves, so they cannot disagree.
 */
export function packDraft({ definition, question, answers, scope }: PackAnswers, hide: boolean): PackDraft {
  return {
    meta: {
      code: definition.code,
      title: definition.title,
      question: definition.question,
      basis: definition.basis,
      asOf: question.asOf,
      knownBefore: question.knownBefore.toISOString(),
      from: question.from,
      to: question.to,
      scope,
      redacted: hide,
      rowCount: answers.reduce((sum, rows) => sum + rows.length, 0),
      securityMark: hide ? '대외비 (개인정보·영업비밀 가림)' : '대외비 (가리지 않음)',
    },
    sections: [...definition.lists.map((list, at) => listSection(list, answers[at] ?? [], hide, at)), ...gapSection(definition), groundsSection(definition, question)],
  };
}

function listSection(list: PackList, records: readonly PackRecord[], hide: boolean, at: number): ReportSection {
  const title = both(`${at + 1}. ${list.title.ko}`, list.title.en);
  const notes = list.notes.map((text): ReportBlock => ({ kind: 'text', text }));
  if (records.length === 0) return { id: list.key, title, blocks: [{ kind: 'text', text: list.none }, ...notes] };
  const sorted = list.orderBy === undefined ? records : inOrder(records, list.orderBy);
  const rows = sorted.map((record): ReportRow => ({ cells: Object.fromEntries(list.columns.map((column) => [column.key, cellText(column, record, hide)])) }));
  const totals = totalsOf(list.columns, records, hide);
  return {
    id: list.key,
    title,
    blocks: [
      {
        kind: 'table',
        caption: both(`${list.title.ko} (${records.length}건)`, `${list.title.en} (${records.length})`),
        columns: list.columns.map(shownColumn),
        rows,
        ...(totals === null ? {} : { totals }),
      },
      ...notes,
    ],
  };
}

/** By one column, and as the sources gave them where it is the same. */
function inOrder(records: readonly PackRecord[], key: string): readonly PackRecord[] {
  const rank = (record: PackRecord): string => (record[key] instanceof Date ? record[key].toISOString() : String(record[key] ?? ''));
  return [...records].sort((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0));
}

function shownColumn({ key, header }: PackColumn): ReportColumn {
  const right = /(Won|Count|Percent)$/.test(key);
  const center = /(On|At)$/.test(key) || ['number', 'on', 'fund', 'format', 'version'].includes(key);
  return { key, header, align: right ? 'right' : center ? 'center' : 'left' };
}

function cellText(column: PackColumn, record: PackRecord, hide: boolean): string {
  const text = plainText(column.key, record[column.key] ?? null);
  const isOrganisation = record[`${column.key}IsPerson`] === false;
  return hide && column.secrecy !== undefined && text !== NOTHING && !isOrganisation ? redacted(text, column.secrecy) : text;
}

/** The text that a value reads as, by the end of its key. */
function plainText(key: string, value: PackValue): string {
  if (value === null) return NOTHING;
  if (value instanceof Date) return instantText(value);
  const text = String(value);
  if (key.endsWith('Won') || key.endsWith('Count')) return wonText(text);
  if (key.endsWith('On') || key === 'on') return dateText(localDate(text));
  if (key.endsWith('Percent')) return percentText(text);
  return key === 'businessNumber' ? businessNumberText(text) : textOr(text);
}

/** What is added up; a total would tell what its column hides. Null where nothing is. */
function totalsOf(columns: readonly PackColumn[], records: readonly PackRecord[], hide: boolean): Record<string, string> | null {
  const added = columns.filter(({ total, secrecy }) => total === true && !(hide && secrecy !== undefined));
  if (added.length === 0) return null;
  const first = columns.find((column) => !added.includes(column));
  const sums = added.map(({ key }) => [key, wonText(records.reduce((sum, record) => sum + BigInt(String(record[key] ?? 0)), 0n))] as const);
  return { ...(first === undefined ? {} : { [first.key]: '합계' }), ...Object.fromEntries(sums) };
}

/** What cannot be answered is said, not left out. */
function gapSection({ lists, gaps }: PackDefinition): ReportSection[] {
  if (gaps.length === 0) return [];
  return [{ id: 'gaps', title: both(`${lists.length + 1}. 지금 자료로 답할 수 없는 것`, 'What is not on record'), blocks: gaps.map((text) => ({ kind: 'text', text })) }];
}

/** The limits that drew the lists, with clause and version. */
function groundsSection({ lists, gaps, basis, limits }: PackDefinition, question: PackQuestion): ReportSection {
  const place = lists.length + (gaps.length === 0 ? 1 : 2);
  const policies = limits.flatMap((key) => question.limits.find(key) ?? []);
  return {
    id: 'grounds',
    title: both(`${place}. 근거와 적용 기준`, 'Grounds and limits'),
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: both('요구 근거', 'Ground'), value: basis },
          { label: both('기간', 'Period'), value: `${dateText(question.from)} ~ ${dateText(question.to)}` },
          { label: both('대상 조합', 'Funds'), value: question.funds.length === 0 ? NOTHING : question.funds.map(({ number }) => number).join(', ') },
          { label: both('대상 바우처 사업', 'Voucher programmes'), value: question.years.length === 0 ? NOTHING : question.years.map(({ name }) => name).join(', ') },
        ],
      },
      ...(policies.length === 0 ? [] : [limitsTable(policies)]),
    ],
  };
}

/** A share as a percentage, everything else with its unit. */
const limitText = ({ key, value }: Policy): string =>
  typeof value === 'number' && key.endsWith('-basis-points') ? basisPointsText(value) : `${JSON.stringify(value)}${LIMIT_NAMES[key]?.[2] ?? ''}`;

const limitsTable = (policies: readonly Policy[]): ReportBlock => ({
  kind: 'table',
  caption: both('적용 기준과 버전', 'Limits and their versions'),
  columns: [
    { key: 'rule', header: both('기준', 'Limit'), align: 'left' },
    { key: 'value', header: both('값', 'Value'), align: 'right' },
    { key: 'clause', header: both('근거', 'Clause'), align: 'left' },
    { key: 'source', header: both('출처', 'Source'), align: 'left' },
    { key: 'version', header: both('버전', 'Version'), align: 'center' },
  ],
  rows: policies.map((policy) => ({
    cells: { rule: LIMIT_NAMES[policy.key]?.[0] ?? policy.key, value: limitText(policy), clause: policy.clause, source: nameIn(SOURCE_NAMES, policy.source), version: policy.id },
  })),
});
