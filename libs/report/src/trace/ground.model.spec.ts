import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { both, wonText } from '../report/report-text.js';
import { tableOf, type ReportDraft, type ReportRow, type ReportTable } from '../report/report.js';
import { column } from '../table/column.js';
import { groundedDraft, GROUND_SECTION, recordsOf } from './ground.model.js';
import { named, ratio, ruled, same, sum, words } from './ground.js';

const CALL = { register: 'capital_call', id: 'call-1' } as const;
const LINES = [{ ...CALL, command: 'capital-call.issue', title: '출자요청', actedAt: new Date('2022-01-31T01:00:00Z') }];

const row = (name: string, called: bigint, paid: bigint, unpaid = called - paid): ReportRow => ({
  cells: { partner: name, calledWon: wonText(called), paidWon: wonText(paid), unpaidWon: wonText(unpaid), paidPercent: called === 0n ? '-' : '75.00%' },
  record: CALL,
});

const TABLE: ReportTable = {
  kind: 'table',
  caption: both('납입', 'Paid in'),
  columns: [column('partner', '조합원', 'Partner'), column('calledWon', '요청액(원)', 'Called'), column('paidWon', '(−) 납입액(원)', 'Paid'), column('unpaidWon', '미납액(원)', 'Unpaid'), column('paidPercent', '납입률', 'Part')],
  rows: [row('하나', 40n, 30n), row('둘', 80n, 60n), row('셋', 0n, 0n)],
  grounds: { unpaidWon: sum('calledWon', '-paidWon'), paidPercent: ratio('paidWon', 'calledWon') },
  totals: { partner: '합계', calledWon: '120', paidWon: '90', unpaidWon: '30', paidPercent: '75.00%' },
  totalNames: { unpaidWon: '미납 합계', calledWon: '요청 합계' },
};

function draft(table: ReportTable = TABLE, unpaid = '30'): ReportDraft {
  return {
    meta: { title: both('시험', 'Test'), subjectNumber: 'T-1', subjectName: '시험', issuer: '시험', asOf: localDate('2021-12-31'), knownBefore: '2022-01-01T00:00:00.000Z', ruleVersion: '-', securityMark: '-' },
    verdict: { code: 'SETTLED', title: both('', ''), text: both('', '') },
    sections: [
      {
        id: 'money',
        title: both('돈', 'Money'),
        blocks: [
          {
            kind: 'tiles',
            tiles: [
              { label: both('미납', 'Unpaid'), value: unpaid, unit: '원', origin: same('미납 합계') },
              { label: both('요청', 'Called'), value: '120', unit: '원', origin: same('요청 합계') },
              { label: both('한도', 'Limit'), value: '50.00', unit: '%', origin: ruled('한도 50.00%: 규약 제1조, 버전 7') },
            ],
          },
          table,
          { kind: 'facts', rows: [{ label: both('몫', 'Share'), value: '3원', origin: words('미납액 ÷ 10', named('미납 합계')) }] },
        ],
      },
      { id: 'annex', title: both('부록', 'Annex'), blocks: [] },
    ],
    list: { fileName: 'list.csv', title: '목록', sectionId: 'money', index: 0 },
  };
}

const grounds = (from: ReportDraft): string[] => tableOf(groundedDraft(from, LINES), GROUND_SECTION).rows.map(({ cells }) => `${cells.reference ?? ''} ${cells.ground ?? ''}`);

describe('what figures rest on', () => {
  it('is named in the head of a column, in the first cell of a row, or beside a single figure', () => {
    const [section] = groundedDraft(draft(), LINES).sections;
    const [tiles, table, facts] = section?.blocks ?? [];
    expect(tiles).toMatchObject({ tiles: [{ reference: '[산1]' }, { reference: '[산2]' }, { reference: '[규1]' }] });
    expect((table as ReportTable).columns.map(({ reference }) => reference)).toEqual([undefined, undefined, undefined, '[산1]', '[산3]']);
    expect((table as ReportTable).rows.map(({ reference }) => reference)).toEqual(['[기1]', '[기1]', '[기1]']);
    expect(facts).toMatchObject({ rows: [{ reference: '[산4]' }] });
  });

  it('is told in the annex, with the references of figures that stand elsewhere', () => {
    expect(grounds(draft())).toEqual([
      '[산1] 요청액 − 납입액',
      "[산2] '납입 · 요청액(원)' 열의 합",
      '[규1] 한도 50.00%: 규약 제1조, 버전 7',
      '[산3] 납입액 ÷ 요청액 (%, 소수점 아래 둘째 자리 미만 반올림)',
      '[기1] 출자요청 기록 · 출자요청(명령 capital-call.issue) · 2022. 1. 31. 10:00:00',
      '[산4] 미납액 ÷ 10 (쓰인 수치: 미납 합계[산1])',
    ]);
  });

  it('leaves nothing behind in what is printed and fingerprinted', () => {
    expect(JSON.stringify(groundedDraft(draft(), LINES))).not.toMatch(/"(origins?|names?|grounds|record|totalNames|totalOrigins)":/);
  });

  it('asks for each record once', () => {
    expect(recordsOf(draft())).toEqual([CALL]);
  });
});

describe('a report does not leave the house', () => {
  it.each([
    ['a row is not what the formula of its column gives', draft({ ...TABLE, rows: [row('하나', 40n, 30n, 9n)] }), /미납액.*shows 9, which is not 요청액 − 납입액/],
    ['a percentage is not that of its parts', draft({ ...TABLE, rows: [{ ...row('하나', 40n, 31n), record: CALL }] }), /납입률.*shows 75.00%/],
    ['a total is neither the sum of its column nor what the formula gives', draft({ ...TABLE, totals: { ...TABLE.totals, unpaidWon: '31' } }, '31'), /합계 · 미납액.*shows 31/],
    ['a figure that is repeated says something else', draft(TABLE, '31'), /'미납' shows 31/],
    ['a formula names a figure that is not there', draft({ ...TABLE, totalNames: {} }), /no figure of the report is called '미납 합계'/],
    ['two figures have one name', draft({ ...TABLE, totalNames: { unpaidWon: '미납 합계', paidWon: '미납 합계' } }), /two figures are called/],
  ])('where %s', (_, from, problem) => {
    expect(() => groundedDraft(from, LINES)).toThrow(problem);
  });

  it('where a record is not there', () => {
    expect(() => groundedDraft(draft(), [])).toThrow(/no row call-1 of capital_call/);
  });
});
