import { seoulTimestamp } from '#libs/calendar';
import { writeWorkbook, type Onlooker, type SheetDefinition } from '#libs/sheet';
import type { AccessRow, KindFigures, PersonFigures, Signal } from './access-log.js';

/** What a month's file holds. */
export interface MonthFacts {
  readonly month: string;
  readonly rows: readonly AccessRow[];
  readonly people: readonly PersonFigures[];
  readonly kinds: readonly KindFigures[];
}

const SIGNAL_WORDS: Readonly<Record<Signal, string>> = {
  OFF_HOURS: '업무시간 밖 접근',
  MANY_SUBJECTS: '조회 인원 많음',
  BULK: '한 번에 많이 조회',
  MANY_REASONED: '내려받기·보기 많음',
  REFUSALS: '권한 없는 시도',
};

/** The log of a month as a workbook: people, kinds, entries. Same facts, same bytes. */
export function accessLogXlsx(facts: MonthFacts, exportedAt: Date, marks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const notes = [`대상 월: ${facts.month} (한국시간)`, ...marks];
  return writeWorkbook(
    {
      title: `개인정보 접속기록 ${facts.month}`,
      createdAt: `${exportedAt.toISOString().slice(0, 19)}Z`,
      sheets: [peopleSheet(facts.people, notes), kindsSheet(facts.kinds, notes), entriesSheet(facts.rows, notes)],
    },
    onlooker,
  );
}

function peopleSheet(people: readonly PersonFigures[], notes: readonly string[]): SheetDefinition {
  return {
    name: '사람별',
    title: '사람별 접근 집계',
    notes,
    columns: [
      { header: '아이디', type: 'text' },
      { header: '이름', type: 'text' },
      { header: '접근(건)', type: 'integer' },
      { header: '정보주체(명)', type: 'integer' },
      { header: '사유 기재(건)', type: 'integer' },
      { header: '업무시간 밖(건)', type: 'integer' },
      { header: '1회 최대(명)', type: 'integer' },
      { header: '거절(건)', type: 'integer' },
      { header: '소명 대상', type: 'text' },
    ],
    rows: people.map((person) => [
      person.login,
      person.name,
      ...[person.entries, person.subjects, person.reasoned, person.offHours, person.largest, person.refused].map(BigInt),
      person.signals.map((signal) => SIGNAL_WORDS[signal]).join(', '),
    ]),
  };
}

function kindsSheet(kinds: readonly KindFigures[], notes: readonly string[]): SheetDefinition {
  return {
    name: '종류별',
    title: '종류별 접근 집계',
    notes,
    columns: [
      { header: '대상', type: 'text' },
      { header: '행위', type: 'text' },
      { header: '접근(건)', type: 'integer' },
      { header: '사람(명)', type: 'integer' },
      { header: '정보주체(명)', type: 'integer' },
    ],
    rows: kinds.map((kind) => [kind.subjectKind, kind.action, BigInt(kind.entries), BigInt(kind.people), BigInt(kind.subjects)]),
  };
}

function entriesSheet(rows: readonly AccessRow[], notes: readonly string[]): SheetDefinition {
  const text = (header: string): SheetDefinition['columns'][number] => ({ header, type: 'text' });
  return {
    name: '접속기록',
    title: '개인정보 접속기록',
    notes,
    columns: [...['일시(한국시간)', '아이디', '이름', '역할', '접속 주소', '행위', '대상', '누구의 정보'].map(text), { header: '정보주체(명)', type: 'integer' }, text('사유'), text('업무시간 밖')],
    rows: rows.map((row) => [
      seoulTimestamp(row.accessedAt),
      row.login,
      row.name,
      row.roles.join(', '),
      row.address,
      row.action,
      row.subjectKind,
      row.subjectLabel,
      row.subjectCount === null ? null : BigInt(row.subjectCount),
      row.reason,
      row.offHours ? '예' : '',
    ]),
  };
}
