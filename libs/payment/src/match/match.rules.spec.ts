import { describe, expect, it } from '@jest/globals';
import { daysBetween, localDate } from '#libs/calendar';
import { won } from '#libs/money';
import type { Candidate, ExpectedMove, MatchTerms, OpenLine } from './match.js';
import { candidatesOf, lettersApart } from './match.rules.js';

const TERMS: MatchTerms = { nearDays: 3, wideDays: 30, leastLetters: 4, wrongLetters: 2 };
const line = (changes: Partial<OpenLine> = {}): OpenLine => ({ id: 'l', valueOn: localDate('2024-06-03'), openWon: won(1000), counterparty: '(주)가람소재', memo: null, reference: null, ...changes });
const move = (changes: Partial<ExpectedMove> = {}): ExpectedMove => ({ kind: 'test.receipt', recordId: 'a', book: 'fund/x', amountWon: won(1000), on: localDate('2024-06-03'), counterparty: '주식회사 가람소재', references: ['FND-2024-01'], label: 'a', isRecorded: true, ...changes });
const best = (lines: OpenLine[], moves: ExpectedMove[]): Candidate | undefined => candidatesOf(lines, moves, TERMS).get('l')?.[0];

describe('what a line may be', () => {
  it.each([
    ['amount, name and day agree', {}, {}, 'CERTAIN'],
    ['the bank cut the name short', { counterparty: '가람소재산' }, { counterparty: '가람소재산업협력단' }, 'CERTAIN'],
    ['three days lie between', { valueOn: localDate('2024-06-06') }, {}, 'CERTAIN'],
    ['four days lie between', { valueOn: localDate('2024-06-07') }, {}, 'POSSIBLE'],
    ['one letter is off', { counterparty: '가람소제' }, {}, 'LIKELY'],
    ['another name', { counterparty: '노을상사' }, {}, 'POSSIBLE'],
    ['too few letters to be a cut name', { counterparty: '가람' }, {}, 'POSSIBLE'],
    ['the books know no name and the memo names the number', { memo: '보수 FND-2024-01' }, { counterparty: null }, 'CERTAIN'],
    ['the books know no name and the memo names a longer number', { memo: '보수 FND-2024-012' }, { counterparty: null }, 'POSSIBLE'],
    ['neither name nor number', {}, { counterparty: null }, 'POSSIBLE'],
    ['what stands in brackets behind a name is left out', { counterparty: '가람소재(대전' }, {}, 'CERTAIN'],
  ])('%s', (_, ofLine, ofMove, certainty) => {
    expect(best([line(ofLine)], [move(ofMove)])?.certainty).toBe(certainty);
  });

  it.each([
    ['another amount', {}, { amountWon: won(999) }],
    ['another direction', {}, { amountWon: won(-1000) }],
    ['more than a month', { valueOn: localDate('2024-07-10') }, {}],
  ])('it is nothing by %s', (_, ofLine, ofMove) => {
    expect(best([line(ofLine)], [move(ofMove)])).toBeUndefined();
  });

  describe('what is waited for, and may come in parts', () => {
    /** Waited for from the 1st of May until the 3rd of June; seven won of interest for each day of delay. */
    const share = (changes: Partial<ExpectedMove> = {}): ExpectedMove => move({ isRecorded: false, waitedFrom: localDate('2024-05-01'), surchargeOn: (day) => won(Math.max(0, daysBetween(localDate('2024-06-03'), day)) * 7), ...changes });
    const late = localDate('2024-06-13');

    it.each([
      ['all of it in time', {}, {}, 'CERTAIN', 'AMOUNT_EQUAL'],
      ['all of it weeks before the day', { valueOn: localDate('2024-05-02') }, {}, 'CERTAIN', 'AMOUNT_EQUAL'],
      ['late with its interest', { valueOn: late, openWon: won(1070) }, {}, 'CERTAIN', 'AMOUNT_WITH_SURCHARGE'],
      ['late without it', { valueOn: late }, {}, 'CERTAIN', 'AMOUNT_EQUAL'],
      ['only the interest', { valueOn: late, openWon: won(70) }, { amountWon: won(0) }, 'CERTAIN', 'SURCHARGE_EQUAL'],
      ['a part', { openWon: won(400) }, {}, 'POSSIBLE', 'AMOUNT_PART'],
      ['more than is due', { openWon: won(1500) }, {}, 'POSSIBLE', 'AMOUNT_PART'],
    ])('%s', (_, ofLine, ofMove, certainty, code) => {
      const found = best([line(ofLine)], [share(ofMove)]);
      expect([found?.certainty, found?.reasons[0]?.code]).toEqual([certainty, code]);
    });

    it.each([
      ['before it was asked for', { valueOn: localDate('2024-03-01') }],
      ['a part of another name', { openWon: won(400), counterparty: '노을상사' }],
      ['money out', { openWon: won(-400) }],
    ])('is nothing: %s', (_, ofLine) => {
      expect(best([line(ofLine)], [share()])).toBeUndefined();
    });

    it('is not offered as a part where a whole sum of that name agrees', () => {
      const found = candidatesOf([line()], [move(), share({ recordId: 'b', amountWon: won(5000) })], TERMS).get('l');
      expect(found?.map(({ moves }) => moves[0]?.recordId)).toEqual(['a']);
    });
  });

  it('is certain for nobody where two records or two lines are equally good', () => {
    expect(best([line()], [move(), move({ recordId: 'b' })])?.certainty).toBe('POSSIBLE');
    expect(best([line(), line({ id: 'm' })], [move()])?.certainty).toBe('POSSIBLE');
  });

  it('prefers the record whose number the memo names', () => {
    const found = best([line({ memo: 'FND-2024-02 출자' })], [move(), move({ recordId: 'b', references: ['FND-2024-02'] })]);
    expect([found?.moves[0]?.recordId, found?.certainty]).toEqual(['b', 'CERTAIN']);
  });

  it('may be several records of one payee and day together', () => {
    const found = best([line({ openWon: won(1500) })], [move(), move({ recordId: 'b', amountWon: won(500) })]);
    expect([found?.moves.map(({ recordId }) => recordId), found?.certainty, found?.reasons[0]?.code]).toEqual([['a', 'b'], 'CERTAIN', 'AMOUNT_SUM']);
  });

  it('has a score that is the sum of its reasons, never above a hundred', () => {
    const found = best([line({ memo: 'FND-2024-01' })], [move()]);
    expect(found?.reasons.reduce((sum, { score }) => sum + score, 0)).toBe(found?.score);
    expect(found?.score).toBe(100);
  });
});

it.each([
  ['가람소재', '가람소재', 0],
  ['가람소제', '가람소재', 1],
  ['다온홀딩즈', '다온홀딩스', 1],
  ['가람', '가람소재', 2],
  ['전혀다른이름', '가람소재', 3],
])('%s and %s are %d letters apart', (one, other, letters) => {
  expect(lettersApart(one, other, 2)).toBe(letters);
});
