import { formatWon } from '#libs/money';
import {
  basisPointsOf,
  differsFromRecord,
  duplicateRow,
  futureDate,
  judgeSheet,
  numberIn,
  numberKey,
  percentOf,
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
import { commitments, isZone, type MatchingBook } from '../reading/book.import.js';
import type { ProjectFact } from '../register.js';

export const PROJECT_RULES = {
  number: { names: ['과제번호'], type: 'text', required: true },
  title: { names: ['과제명'], type: 'text' },
  company: { names: ['참여기업', '기업명'], type: 'text', required: true },
  businessNumber: { names: ['사업자등록번호', '사업자번호'], type: 'business-number', required: true },
  researcher: { names: ['연구자'], type: 'text' },
  performer: { names: ['수행기관'], type: 'text' },
  zone: { names: ['특구'], type: 'text' },
  agreedOn: { names: ['협약일'], type: 'date', required: true, happened: true },
  private: { names: ['민간 약정액', '민간약정액'], type: 'won', required: true, range: 'positive' },
  match: { names: ['매칭비율'], type: 'loose' },
  government: { names: ['정부 약정액(기재)', '정부 약정액'], type: 'won' },
  note: { names: ['비고'], type: 'loose' },
} as const;

type Rules = typeof PROJECT_RULES;
type ProjectRow = JudgedRow<Rules, ProjectFact>;

/** 과제: projects that ask for a match. */
export function readProjects(name: string, sheet: Sheet, book: MatchingBook): SheetVerdict {
  const seen = new Map<string, number>();
  const judged = judgeSheet<Rules, ProjectFact>(sheet, {
    rules: PROJECT_RULES,
    keyOf: (reading) => numberIn(reading, 'number'),
    judge: (values, reading) => judgeProject(values, reading, seen, book),
  });
  remarkCommitments(judged.rows, book);
  return sheetVerdict(name, judged);
}

function judgeProject(values: CheckedValues<Rules>, reading: RowReading<Rules>, seen: Map<string, number>, book: MatchingBook): Judgement<ProjectFact> {
  const ratio = percentOf(reading.row.cell('match'));
  const match = ratio.ok && ratio.value !== null ? basisPointsOf(ratio.value) : null;
  if (!ratio.ok || (ratio.value !== null && match === null)) return refuse(unreadableRatio(reading));
  const key = numberKey(values.number);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('number'), seen.get(key)));
  const { private: privateWon, government, note: _note, ...rest } = values;
  const fact: ProjectFact = { ...rest, privateWon, match, statedGovernmentWon: government };
  const recorded = book.projects.get(key);
  const wrong = recorded === undefined ? futureDate(reading, PROJECT_RULES, book.limits.today) : contradictionOf(fact, recorded, reading);
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  const warnings = zoneUnknown(fact, reading, book);
  if (recorded !== undefined) return { state: 'RECORDED', fact: recorded, warnings };
  book.added.projects.push(fact);
  book.projects.set(key, fact);
  return { state: 'NEW', fact, warnings };
}

function unreadableRatio(reading: RowReading<Rules>): RowRemark {
  const text = { ko: '매칭비율을 읽을 수 없습니다.', en: 'The match ratio cannot be read.' };
  return remark('AMOUNT_INVALID', reading.at('match'), text, { ko: "'80%'처럼 적거나 빈칸으로 두십시오(사업의 기본비율 적용).", en: "Write it like '80%', or leave it empty for the programme's." });
}

/** ZONE_UNKNOWN: neither company nor performer is said to lie in a zone that was one on the day of agreement. */
function zoneUnknown(fact: ProjectFact, reading: RowReading<Rules>, book: MatchingBook): RowRemark[] {
  if (fact.zone !== null && isZone(fact.zone, fact.agreedOn, book.limits)) return [];
  const text = { ko: `협약일(${fact.agreedOn})에 지정되어 있던 특구가 아닙니다.`, en: `No special zone of that name on ${fact.agreedOn}.` };
  return [remark('ZONE_UNKNOWN', reading.at('zone'), text, { ko: '기업이나 수행기관이 있는 특구의 이름을 확인하십시오.', en: 'Check the zone in which the company or the performer lies.' })];
}

/** COMMIT_RECALC_DIFF: the typed commitment is not what match, cap, share and the budget left in turn give. */
function remarkCommitments(rows: readonly ProjectRow[], book: MatchingBook): void {
  const computed = commitments(book);
  for (const row of rows) {
    const stated = row.fact?.statedGovernmentWon ?? null;
    const commitment = row.fact === null ? undefined : computed.get(numberKey(row.fact.number));
    if (stated === null || commitment === undefined || stated === commitment.governmentWon) continue;
    const { governmentWon, budgetLeftBeforeWon } = commitment;
    const text = {
      ko: `배정 순서에 따른 정부 약정액은 ${formatWon(governmentWon)}원입니다(배정 전 예산 잔액 ${formatWon(budgetLeftBeforeWon)}원).`,
      en: `In turn the government commits ${formatWon(governmentWon)} won (${formatWon(budgetLeftBeforeWon)} were left before it).`,
    };
    row.remarks.push({ ...remark('COMMIT_RECALC_DIFF', row.reading.at('government'), text), details: { typedWon: `${stated}`, expectedWon: `${governmentWon}` } });
  }
}

function contradictionOf(stated: ProjectFact, recorded: ProjectFact, reading: RowReading<Rules>): RowRemark | null {
  const keys = ['company', 'businessNumber', 'zone', 'agreedOn', 'match'] as const;
  return differsFromRecord([
    ...keys.map((key) => ({ place: reading.at(key), stated: stated[key], recorded: recorded[key] })),
    { place: reading.at('private'), stated: stated.privateWon, recorded: recorded.privateWon },
  ]);
}
