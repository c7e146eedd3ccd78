import { beforeAll, describe, expect, it } from '@jest/globals';
import { SHARE_VERSIONS, type DecidedForm } from '#libs/grant';
import { won } from '#libs/money';
import { grantFormModel } from '../grant-form/grant-form.model.js';
import { tableOf } from '../report/report.js';
import { registerForms } from '../testing/grant-forms.js';
import { grantFacts } from '../testing/grant-settlement.js';
import { grantSettlementModel } from './grant-settlement.model.js';
import { COMMITMENTS_CARRIED, GRANT_BOOK, LINES_CLOSED, type GrantMovement, type GrantSettlementFacts } from './grant-settlement.js';

let form: DecidedForm;
beforeAll(async () => {
  form = (await registerForms(SHARE_VERSIONS)).get('PT-2021-001') as DecidedForm;
});

/** The facts with one movement of the book made larger by one won. */
const shifted = (chart: string): GrantSettlementFacts => {
  const facts = grantFacts(form);
  const at = facts.book.findIndex((each) => each.chart === chart);
  return { ...facts, book: facts.book.map((each, index): GrantMovement => (index === at ? { ...each, deltaWon: each.deltaWon + 1n } : each)) };
};

describe('report C', () => {
  it('has its twelve sections, the form behind them and the annex', () => {
    expect(grantSettlementModel(grantFacts(form)).sections.map(({ id }) => id)).toEqual([
      ...['summary', 'sources', 'lines', 'disallowed', 'interest', 'returns', 'indirect', 'evidence', 'assets', 'auditors', 'sanctions', 'treasury'],
      ...['form-1', 'annex'],
    ]);
  });

  it('says what goes back and what of it came in', () => {
    const draft = grantSettlementModel(grantFacts(form));
    expect(tableOf(draft, 'returns').totals).toMatchObject({ cashWon: '9,300,000', returnedWon: '9,000,000', inKindShortageWon: '2,000,000', returnedInterestWon: '315,000', totalWon: '11,315,000' });
    expect(tableOf(draft, 'treasury').totals).toMatchObject({ demandedWon: '11,315,000', receivedWon: '5,657,500', unpaidWon: '5,657,500', remittedWon: '5,657,500' });
    expect(draft.verdict.code).toBe('IN_PROGRESS');
  });

  it('is settled when everything is final, paid and with the Treasury', () => {
    const facts = grantFacts(form);
    const [recovery] = facts.recoveries;
    if (recovery === undefined) throw new Error('no recovery');
    const whole = { ...recovery, receivedWon: recovery.demandedWon, remittances: [{ amountWon: recovery.demandedWon, remittedOn: recovery.noticeOn, noticeNumber: '1' }] };
    const rest = recovery.demandedWon - recovery.receivedWon;
    const more = (chart: string, part: string, deltaWon: bigint): GrantMovement => ({ chart, part, posting: 'grant.recovery-received', deltaWon });
    const book = [...facts.book, more(GRANT_BOOK.receivable, recovery.id, -rest), more(GRANT_BOOK.returned, 'agreement-1', rest), more(GRANT_BOOK.cash, 'agreement-1', -rest)];
    expect(grantSettlementModel({ ...facts, recoveries: [whole], book }).verdict.code).toBe('SETTLED');
  });

  it('is unsettled where a period is over and nothing was decided', () => {
    expect(grantSettlementModel(grantFacts(form, { settled: [] })).verdict.code).toBe('UNSETTLED');
  });

  it('shows what was carried over, and only as much as the book carried for the first time', () => {
    const carried = { kind: 'ORDER', number: 'SO-2021-0001', party: '시험원', fiscalYear: 2021, fromYear: 2021, firstTime: true, manner: 'EXPLICIT', amountWon: 1_500_000n, reason: '성적서 지연', clause: '명시이월 승인' } as const;
    const carryOvers = [carried, { ...carried, fromYear: 2022, firstTime: false, manner: 'ACCIDENT' }];
    const facts = grantFacts(form, { agreementId: null });
    const booked = (deltaWon: bigint): GrantSettlementFacts => ({ ...facts, carryOvers, book: [...facts.book, { chart: GRANT_BOOK.appropriationCarried, part: '2021', posting: COMMITMENTS_CARRIED, deltaWon }] });
    expect(tableOf(grantSettlementModel(booked(1_500_000n)), 'sources', 2)).toMatchObject({ rows: [{ cells: { years: '2021 → 2022', manner: '명시이월' } }, { cells: { years: '2021 → 2023' } }], totals: { firstWon: '1,500,000', againWon: '1,500,000' } });
    expect(() => grantSettlementModel(booked(3_000_000n))).toThrow('carried over for the first time');
  });

  it('leaves the closing of lines out of what is left on them', () => {
    const facts = grantFacts(form);
    const [line] = facts.lines;
    const closed: GrantMovement = { chart: GRANT_BOOK.line, part: line?.id ?? '', posting: LINES_CLOSED, deltaWon: -800_000n };
    expect(() => grantSettlementModel({ ...facts, book: [...facts.book, closed] })).not.toThrow();
  });

  it.each([GRANT_BOOK.line, GRANT_BOOK.used, GRANT_BOOK.cash, GRANT_BOOK.spent, GRANT_BOOK.returned, GRANT_BOOK.government, GRANT_BOOK.own, GRANT_BOOK.interest, GRANT_BOOK.receivable])(
    'does not leave the house where %s holds a won more than the facts',
    (chart) => {
      expect(() => grantSettlementModel(shifted(chart))).toThrow(/by the facts|says where|expected/);
    },
  );

  it('of a call compares its budget and what went to the Treasury as well', () => {
    const ofCall = (chart: string): GrantSettlementFacts => ({ ...shifted(chart), agreementId: null });
    expect(() => grantSettlementModel({ ...grantFacts(form), agreementId: null })).not.toThrow();
    for (const chart of [GRANT_BOOK.appropriation, GRANT_BOOK.remitted]) expect(() => grantSettlementModel(ofCall(chart))).toThrow(/expected/);
  });
});

describe('form 7', () => {
  const draft = (changes: Partial<DecidedForm['returns']>) => () => grantFormModel({ form: { ...form, returns: { ...form.returns, ...changes } }, project: null, asOf: form.decidedOn, knownBefore: new Date('2022-04-01T00:00:00Z') });

  it.each(['unusedWon', 'disallowedWon', 'cashWon', 'returnedWon', 'interestWon', 'returnedInterestWon', 'inKindShortageWon', 'totalWon', 'noticeWon'] as const)('is not printed where %s is a won off', (key) => {
    expect(draft({ [key]: won(form.returns[key] + 1n) })).toThrow(/expected/);
  });

  it('is not printed where a line or the list of what is not accepted differs', () => {
    const at = { project: null, asOf: form.decidedOn, knownBefore: new Date('2022-04-01T00:00:00Z') };
    const [first, ...rest] = form.lines;
    if (first === undefined) throw new Error('no line');
    expect(() => grantFormModel({ ...at, form: { ...form, lines: [{ ...first, usedWon: won(first.usedWon + 1n) }, ...rest] } })).toThrow(/balance/);
    expect(() => grantFormModel({ ...at, form: { ...form, disallowed: [] } })).toThrow(/not accepted/);
  });
});
