import { describe, expect, it } from '@jest/globals';
import type { ApplicationSummary } from './application.requests.js';
import { awaitsEvaluator, countStages, isReadyToIssue, ownMoneyOpen, stageOf } from './application-stage.js';

const application = (changes: Partial<ApplicationSummary>): ApplicationSummary =>
  ({ state: 'APPLIED', voucherNumber: null, ownDueWon: null, ownPaidWon: '0', ownScore: null, ownDeclaration: null, rules: [], ...changes }) as ApplicationSummary;

describe('the stage of an application', () => {
  it.each([
    [{ state: 'SCREENED' }, 'SCREENED'],
    [{ state: 'AGREED' }, 'AGREED'],
    [{ state: 'REJECTED' }, 'ENDED'],
    [{ state: 'WITHDRAWN' }, 'ENDED'],
    [{ state: 'ISSUED', voucherNumber: 'AS-2021-0001' }, 'ISSUED'],
    [{ state: 'WITHDRAWN', voucherNumber: 'AS-2021-0001' }, 'ISSUED'],
    [{ state: 'EXPIRED', voucherNumber: 'AS-2021-0002' }, 'ISSUED'],
  ])('of %j is %s', (changes, stage) => {
    expect(stageOf(application(changes))).toBe(stage);
  });

  it('is counted once for each application', () => {
    const counts = countStages([application({}), application({}), application({ state: 'SELECTED' }), application({ state: 'CANCELLED' })]);
    expect(counts).toEqual({ APPLIED: 2, SCREENED: 0, EVALUATED: 0, WAITLISTED: 0, SELECTED: 1, AGREED: 0, ISSUED: 0, ENDED: 1 });
  });
});

describe('an agreed application', () => {
  it.each([
    ['1250000', '0', 1_250_000n, false],
    ['1250000', '1250000', 0n, true],
    ['0', '0', 0n, true],
    ['1250000', '1300000', 0n, true],
  ])('with %s due and %s paid owes %s; ready: %s', (ownDueWon, ownPaidWon, open, ready) => {
    const agreed = application({ state: 'AGREED', ownDueWon, ownPaidWon });
    expect([ownMoneyOpen(agreed), isReadyToIssue(agreed)]).toEqual([open, ready]);
  });
});

describe('an evaluator', () => {
  it.each([
    [{ state: 'SCREENED' }, true],
    [{ state: 'SCREENED', ownDeclaration: 'FREE' as const }, true],
    [{ state: 'SCREENED', ownDeclaration: 'CONFLICTED' as const }, false],
    [{ state: 'EVALUATED', ownScore: '80' }, false],
    [{ state: 'APPLIED' }, false],
    [{ state: 'SELECTED' }, false],
  ])('has something to say of %j: %s', (changes, awaited) => {
    expect(awaitsEvaluator(application(changes))).toBe(awaited);
  });
});
