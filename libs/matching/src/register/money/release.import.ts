import { formatWon } from '#libs/money';
import {
  duplicateRow,
  futureDate,
  judgeSheet,
  numberKey,
  refuse,
  remark,
  sheetVerdict,
  type CheckedValues,
  type JudgedRow,
  type Judgement,
  type RowReading,
  type RowRemark,
  type Sheet,
  type SheetVerdict,
} from '#libs/sheet';
import { releasePosition } from '../../match/match.rules.js';
import { allOf, commitments, referToProject, type MatchingBook } from '../reading/book.import.js';
import type { ReleaseFact } from '../register.js';

export const RELEASE_RULES = {
  project: { names: ['과제번호'], type: 'reference', required: true },
  turn: { names: ['차수'], type: 'count' },
  paidOn: { names: ['지급일'], type: 'date', required: true, happened: true },
  amount: { names: ['지급액', '지급금액'], type: 'won', required: true, range: 'positive' },
  milestone: { names: ['마일스톤'], type: 'text' },
  confirmedOn: { names: ['달성확인일'], type: 'date' },
  note: { names: ['비고'], type: 'loose' },
} as const;

type Rules = typeof RELEASE_RULES;
type ReleaseRow = JudgedRow<Rules, ReleaseFact>;

/** 정부지급: what the government released. */
export function readReleases(name: string, sheet: Sheet, book: MatchingBook): SheetVerdict {
  const seen = new Map<string, number>();
  const recorded = new Map(book.known.releases.map((fact) => [releaseKey(fact), fact]));
  const judged = judgeSheet<Rules, ReleaseFact>(sheet, {
    rules: RELEASE_RULES,
    keyOf: ({ row }) => [row.text('project'), row.text('turn')].map((text) => text.normalize('NFKC')).filter((text) => text !== '').join('-') || null,
    judge: (values, reading) => judgeRelease(values, reading, { seen, recorded, book }),
  });
  remarkLimits(judged.rows, book);
  return sheetVerdict(name, judged);
}

interface Context {
  readonly seen: Map<string, number>;
  readonly recorded: ReadonlyMap<string, ReleaseFact>;
  readonly book: MatchingBook;
}

function judgeRelease(values: CheckedValues<Rules>, reading: RowReading<Rules>, { seen, recorded, book }: Context): Judgement<ReleaseFact> {
  const reference = referToProject(book, values.project, reading.at('project'));
  if (!reference.ok) return refuse(reference.remark);
  const fact: ReleaseFact = {
    project: reference.project.number,
    turn: values.turn === null ? null : Number(values.turn),
    paidOn: values.paidOn,
    amountWon: values.amount,
    milestone: values.milestone,
    confirmedOn: values.confirmedOn,
  };
  const key = releaseKey(fact);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('paidOn'), seen.get(key)));
  const same = recorded.get(key);
  const wrong = same === undefined ? futureDate(reading, RELEASE_RULES, book.limits.today) : null;
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  const warnings = milestoneNotMet(fact, reading);
  if (same !== undefined) return { state: 'RECORDED', fact: same, warnings };
  book.added.releases.push(fact);
  return { state: 'NEW', fact, warnings };
}

const releaseKey = (fact: ReleaseFact): string => [numberKey(fact.project), fact.turn ?? '', fact.paidOn, fact.amountWon].join('|');

/** MILESTONE_NOT_MET: nobody confirmed the milestone on or before the payment. */
function milestoneNotMet(fact: ReleaseFact, reading: RowReading<Rules>): RowRemark[] {
  if (fact.confirmedOn !== null && fact.confirmedOn <= fact.paidOn) return [];
  return [remark('MILESTONE_NOT_MET', reading.at('confirmedOn'), { ko: '지급일까지 마일스톤 달성이 확인되지 않았습니다.', en: 'The milestone was not confirmed by the day of payment.' })];
}

/** RELEASE_OVER_LIMIT: more was out by the end of that day than the private money in allowed. */
function remarkLimits(rows: readonly ReleaseRow[], book: MatchingBook): void {
  const committed = commitments(book);
  for (const row of rows) {
    if (row.fact === null) continue;
    const key = numberKey(row.fact.project);
    const project = book.projects.get(key);
    const commitment = committed.get(key);
    if (project === undefined || commitment === undefined) continue;
    const of = <Fact extends { readonly project: string }>(list: readonly Fact[]): Fact[] => list.filter((fact) => numberKey(fact.project) === key);
    const releases = of(allOf(book, 'releases')).map((fact) => ({ on: fact.paidOn, amountWon: fact.amountWon }));
    const position = releasePosition({ governmentWon: commitment.governmentWon, privateWon: project.privateWon }, of(allOf(book, 'moves')), releases, row.fact.paidOn);
    if (position.overReleasedWon === 0n) continue;
    const text = {
      ko: `이 지급까지 ${formatWon(position.releasedWon)}원이 나갔으나 민간 입금 기준 지급 가능액은 ${formatWon(position.releasableWon)}원입니다.`,
      en: `${formatWon(position.releasedWon)} won were out by then; the private money in allowed ${formatWon(position.releasableWon)}.`,
    };
    row.remarks.push({ ...remark('RELEASE_OVER_LIMIT', row.reading.at('amount'), text), details: { releasedWon: `${position.releasedWon}`, releasableWon: `${position.releasableWon}` } });
  }
}
