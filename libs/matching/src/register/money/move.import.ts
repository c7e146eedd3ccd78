import {
  duplicateRow,
  futureDate,
  judgeSheet,
  meaningOf,
  numberKey,
  refuse,
  remark,
  sheetVerdict,
  unknownWord,
  usualWords,
  type CheckedValues,
  type JudgedRow,
  type Judgement,
  type RowReading,
  type Sheet,
  type SheetVerdict,
  type WordList,
} from '#libs/sheet';
import type { FundSource } from '../../match/match.js';
import { roundTrips } from '../../match/match.rules.js';
import { allOf, referToProject, type MatchingBook } from '../reading/book.import.js';
import type { MoveFact } from '../register.js';

export const MOVE_RULES = {
  project: { names: ['과제번호'], type: 'reference', required: true },
  on: { names: ['거래일'], type: 'date', required: true, happened: true },
  payer: { names: ['입금자'], type: 'text' },
  kind: { names: ['구분'], type: 'text', required: true },
  amount: { names: ['금액'], type: 'won', required: true, range: 'positive' },
  source: { names: ['자금원천'], type: 'text' },
  proof: { names: ['증빙'], type: 'text' },
  note: { names: ['비고'], type: 'loose' },
} as const;

type Rules = typeof MOVE_RULES;
type MoveRow = JudgedRow<Rules, MoveFact>;

const KIND_WORDS: WordList<MoveFact['kind']> = [
  ['DEPOSIT', '입금'],
  ['RETURN', '반환', '회수'],
];
const SOURCE_WORDS: WordList<FundSource> = [
  ['OWN', '자기자금', '자기자본'],
  ['OTHER_PUBLIC', '정부지원금', '타 정부지원금', '공공자금'],
  ['GUARANTEED_LOAN', '정부보증대출', '보증대출'],
  ['RELATED_PARTY', '특수관계인', '연구자', '특수관계자 자금'],
];

/** 민간입금: private money in and back out. */
export function readMoves(name: string, sheet: Sheet, book: MatchingBook): SheetVerdict {
  const seen = new Map<string, number>();
  const recorded = new Map(book.known.moves.map((fact) => [moveKey(fact), fact]));
  const judged = judgeSheet<Rules, MoveFact>(sheet, {
    rules: MOVE_RULES,
    keyOf: ({ row }) => [row.text('project'), row.text('kind')].map((text) => text.normalize('NFKC')).filter((text) => text !== '').join(' ') || null,
    judge: (values, reading) => judgeMove(values, reading, { seen, recorded, book }),
  });
  remarkRoundTrips(judged.rows, book);
  return sheetVerdict(name, judged);
}

interface Context {
  readonly seen: Map<string, number>;
  readonly recorded: ReadonlyMap<string, MoveFact>;
  readonly book: MatchingBook;
}

function judgeMove(values: CheckedValues<Rules>, reading: RowReading<Rules>, { seen, recorded, book }: Context): Judgement<MoveFact> {
  const reference = referToProject(book, values.project, reading.at('project'));
  if (!reference.ok) return refuse(reference.remark);
  const kind = meaningOf(KIND_WORDS, values.kind);
  if (kind === null) return refuse(unknownWord(reading.at('kind'), { ko: '구분', en: 'kind' }, usualWords(KIND_WORDS)));
  const { amount, note: _note, source: sourceText, ...rest } = values;
  const source = sourceText === null ? (kind === 'RETURN' ? 'OWN' : 'OTHER') : (meaningOf(SOURCE_WORDS, sourceText) ?? 'OTHER');
  // Where the row does not say who paid, it was the company.
  const payer = rest.payer ?? reference.project.company;
  const fact: MoveFact = { ...rest, payer, project: reference.project.number, kind, amountWon: amount, source, sourceText };
  const key = moveKey(fact);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('on'), seen.get(key)));
  const same = recorded.get(key);
  const wrong = same === undefined ? futureDate(reading, MOVE_RULES, book.limits.today) : null;
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  const warnings = kind === 'DEPOSIT' && source !== 'OWN' ? [notCounted(reading)] : [];
  if (same !== undefined) return { state: 'RECORDED', fact: same, warnings };
  book.added.moves.push(fact);
  return { state: 'NEW', fact, warnings };
}

const moveKey = (fact: MoveFact): string => [numberKey(fact.project), fact.on, fact.kind, fact.amountWon, fact.payer].join('|');

function notCounted(reading: RowReading<Rules>): ReturnType<typeof remark> {
  const text = { ko: '자기자금이 아니어서 매칭 대상 민간부담금으로 세지 않습니다.', en: "Not the company's own money: it is kept and not matched." };
  return { ...remark('SOURCE_NOT_COUNTED', reading.at('source'), text), details: { source: reading.row.text('source') } };
}

/** ROUND_TRIP: counted money that came back in full within the programme's days; said of the row on which it came back. */
function remarkRoundTrips(rows: readonly MoveRow[], book: MatchingBook): void {
  for (const project of book.projects.values()) {
    const moves = allOf(book, 'moves').filter((fact) => numberKey(fact.project) === numberKey(project.number));
    for (const trip of roundTrips(moves, book.limits.roundTripDays)) {
      const row = rows.find((each) => each.fact === trip);
      const text = { ko: `입금액이 ${book.limits.roundTripDays}일 안에 그대로 반환되었습니다. 순환 자금인지 확인하십시오.`, en: `Came back in full within ${book.limits.roundTripDays} days: check whether the money only passed through.` };
      row?.remarks.push(remark('ROUND_TRIP', row.reading.at('amount'), text));
    }
  }
}
