import { createHash } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { canonicalJson } from '#libs/command';
import { pageTexts, PdfFile } from '#libs/pdf';
import { localDate } from '#libs/calendar';
import { codeOf, type IssueSlip } from '../issue/slip.js';
import { LAYOUT } from './layout.js';
import { REPORTS } from '../report/report.registry.js';
import { sealReport } from '../report/report.service.js';
import { both } from '../report/report-text.js';
import type { ReportBlock, ReportDraft } from '../report/report.js';

jest.setTimeout(120_000);

/** Of every text of every page of the data below in every kind of report, in the layout of that version. */
const SET = { layout: 3, sha256: '5ebb60e89b30616ab99282525a3ba951b1036c1f3a42b19be6fef590d17f3279' };

const LONG = '주식회사 한국공공기술사업화연구개발특구연합 & <株式會社> '.repeat(6).trim();
const TABLE: ReportBlock = {
  kind: 'table',
  caption: both('표', 'Table'),
  columns: [
    { key: 'name', header: both('이름', 'Name'), align: 'left' },
    { key: 'paidWon', header: both('납입액', 'Paid'), align: 'right', group: both('금액', 'Amounts') },
    { key: 'differenceWon', header: both('차이', 'Difference'), align: 'right', group: both('금액', 'Amounts') },
    { key: 'on', header: both('날', 'Day'), align: 'center' },
    { key: 'status', header: both('상태', 'Status'), align: 'center' },
  ],
  rows: [
    { cells: { name: '가', paidWon: '1,000,000', differenceWon: '△1,000', on: '2026. 6. 30.', status: '충족' }, tone: 'good', references: { paidWon: 'A1' } },
    { cells: { name: LONG, paidWon: '80,000,000,000', differenceWon: '0', on: '2026. 6. 30.', status: '미충족' }, tone: 'bad' },
    { cells: { name: 'ab'.repeat(32), paidWon: '-', differenceWon: '-', on: '-', status: '보류' }, tone: 'muted' },
  ],
  totals: { name: '합계', paidWon: '80,001,000,000', differenceWon: '△1,000' },
  totalReferences: { paidWon: 'A2' },
};
const BLOCKS: readonly ReportBlock[] = [
  { kind: 'tiles', tiles: [{ label: both('약정', 'Committed'), value: '80,000,000,000', unit: '원', note: '메모', reference: 'A3' }, { label: both('비율', 'Ratio'), value: '41.25', unit: '%' }] },
  { kind: 'text', text: both(`${LONG} 문장이다.`, 'A sentence.') },
  { kind: 'facts', rows: [{ label: both('사실', 'Fact'), value: LONG }] },
  { kind: 'gauge', label: both('첫째', 'First'), valuePercent: '41.25', requiredPercent: '40.00', alt: both('첫째 41.25%', 'First 41.25%') },
  { kind: 'gauge', label: both('둘째', 'Second'), valuePercent: '38.75', requiredPercent: '40.00', alt: both('둘째 38.75%', 'Second 38.75%') },
  { kind: 'pace', points: [{ on: localDate('2026-03-31'), expectedWon: '1000000000', qualifyingWon: '900000000' }, { on: localDate('2026-06-30'), expectedWon: '2000000000', qualifyingWon: null }], alt: both('경과', 'Pace') },
  TABLE,
];
const table = [TABLE];

/** Sections under the names of those that turn pages, begin pages and have a place of their own in one kind or another. */
const SECTIONS = ['summary', 'overview', 'private', 'investments', 'interest', 'obligation', 'project', 'proof', 'annex'];
const DRAFT: ReportDraft = {
  meta: { title: both('보고서', 'Report'), subjectNumber: 'N-1', subjectName: `조합 & <제1호>`, issuer: '기관', asOf: localDate('2026-06-30'), knownBefore: '2026-07-01T00:00:00.000Z', ruleVersion: 'v1', securityMark: '대외비' },
  verdict: { code: 'MET', title: both('충족', 'Met'), text: both('충족하였다.', 'It is met.') },
  sections: SECTIONS.map((id, at) => ({ id, title: both(`${at + 1}. ${id}`, id), blocks: id === 'summary' ? BLOCKS : table })),
  list: { fileName: 'list.csv', title: '목록', sectionId: 'annex', index: 0 },
};
/** What a form holds: texts, facts and tables alone. */
const FORM: ReportDraft = { ...DRAFT, sections: DRAFT.sections.map((section) => ({ ...section, blocks: section.blocks.filter(({ kind }) => ['text', 'facts', 'table'].includes(kind)) })) };

const SLIP: IssueSlip = {
  ...{ kind: 'baton-issue', form: 1, reportKind: 'FUND_COMPLIANCE', letter: 'A', number: 'RPT-A-2026-0001', version: 2, code: codeOf('0d4be6a2-5ab5-4a39-9f0c-0b5d3c6f3b11') },
  ...{ verifyUrl: 'https://baton.example.go.kr/verify/ABCDE-12345', issuedAt: '2026-08-01T06:30:12.000Z', reason: '분기 보고', hands: [{ role: '기안', name: '김운용', at: '2026-08-01T06:30:12.000Z' }] },
  signer: { subject: '기관 서명', fingerprint: 'cd'.repeat(32), isDemo: true },
  changes: {
    from: { number: 'RPT-A-2026-0001', version: 1, asOf: localDate('2026-06-30'), knownBefore: '2026-06-30T15:00:00.000Z', dataSha256: 'ab'.repeat(32) },
    figures: [{ place: '요약', item: '납입', before: '1,000', after: null }],
    entries: [{ number: '7', effectiveOn: localDate('2026-06-01'), posting: '납입', memo: '', by: '김운용' }],
    decisions: [{ title: '투자 기록', by: '김운용', at: '2026-08-01T06:30:12.000Z', reason: null }],
    rules: [{ key: '의무비율', value: '40%', effectiveFrom: localDate('2026-01-01'), clause: '제12조', by: '이준법' }],
  },
  copy: null,
};

describe('the layout', () => {
  it('is of that version: where pages are set otherwise, raise LAYOUT and state the new fingerprint here', async () => {
    const texts: unknown[] = [];
    for (const definition of Object.values(REPORTS)) {
      const draft = JSON.parse(canonicalJson(definition.kind === 'GRANT_FORM' ? FORM : DRAFT)) as ReportDraft;
      const report = sealReport(draft, definition.letter, new Date(SLIP.issuedAt), null, { ...SLIP, reportKind: definition.kind, letter: definition.letter });
      texts.push(pageTexts(new PdfFile(await definition.pdf(report, []))));
    }
    expect(texts.flat(2).length).toBeGreaterThan(5_000);
    expect({ layout: LAYOUT, sha256: createHash('sha256').update(JSON.stringify(texts)).digest('hex') }).toEqual(SET);
  });
});
