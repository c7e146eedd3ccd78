import { describe, expect, it } from '@jest/globals';
import { holidayCalendar, localDate } from '#libs/calendar';
import { PolicySet } from '#libs/policy';
import { defaultLifePolicies } from '../life/life.policy.js';
import type { DutyFacts } from './duty.js';
import { dutiesOf } from './duty.rules.js';

const policies = new PolicySet(defaultLifePolicies(new Date('2020-01-01')).map((draft, index) => ({ ...draft, id: `${index}` })));
const calendar = holidayCalendar();
const TODAY = localDate('2026-11-20');
const facts = (changes: Partial<DutyFacts> = {}): DutyFacts => ({ foundedOn: localDate('2024-01-15'), registeredOn: null, dissolution: null, changes: [], done: [], ...changes });
const on = (changes: Partial<DutyFacts> = {}, asOf = TODAY) => dutiesOf(facts(changes), policies, asOf, calendar);
const shown = (changes: Partial<DutyFacts> = {}, asOf = TODAY) => on(changes, asOf).map(({ duty, since, dueOn, state }) => [duty, since, dueOn, state]);

describe('what is asked of a fund on 20 November 2026', () => {
  it('is what its founding set going, and of every period the last one that ended and the one that runs', () => {
    expect(shown()).toEqual([
      ['REGISTRATION', '2024-01-15', '2024-01-29', 'OVERDUE'],
      ['CLOSING_STATEMENTS:2025', '2025-12-31', '2026-03-31', 'OVERDUE'],
      ['CUSTODIAN_RECONCILIATION:2026-10', '2026-10-31', '2026-11-10', 'OVERDUE'],
      // 45 days end on a Saturday: the Monday after.
      ['PARTNER_REPORT:2026-3', '2026-09-30', '2026-11-16', 'OVERDUE'],
      ['CUSTODIAN_RECONCILIATION:2026-11', '2026-11-30', '2026-12-10', 'DUE'],
      ['PARTNER_REPORT:2026-4', '2026-12-31', '2027-02-15', 'DUE'],
      ['CLOSING_STATEMENTS:2026', '2026-12-31', '2027-03-31', 'DUE'],
    ]);
  });

  it.each<[string, Partial<DutyFacts>, string, [dueOn: string, state: string]]>([
    ['a registration that was made', { registeredOn: localDate('2024-01-26') }, 'REGISTRATION', ['2024-01-29', 'DONE']],
    ['a change of the agreement; the 14 days end on Labour Day, a Friday', { changes: [{ kind: 'AGREEMENT', number: 2, on: localDate('2026-04-17') }] }, 'CHANGE_OF_AGREEMENT:2', ['2026-05-04', 'OVERDUE']],
    ['a transfer', { changes: [{ kind: 'PARTNERS', number: 1, on: localDate('2026-11-10') }] }, 'CHANGE_OF_PARTNERS:1', ['2026-11-24', 'DUE']],
    ['an extension that falls due today', { changes: [{ kind: 'LIFE', number: 1, on: localDate('2026-11-06') }] }, 'CHANGE_OF_LIFE:1', ['2026-11-20', 'DUE']],
    ['a report that was made, early or late', { done: [{ duty: 'PARTNER_REPORT:2026-3', doneOn: localDate('2026-11-18'), note: null, documentId: null }] }, 'PARTNER_REPORT:2026-3', ['2026-11-16', 'DONE']],
  ])('%s', (_what, changes, duty, expected) => {
    const found = on(changes).find((each) => each.duty === duty);
    expect([found?.dueOn, found?.state]).toEqual(expected);
  });

  it('of a fund that has ended only the notice of its end, and what was open before', () => {
    const dissolution = { dissolvedOn: localDate('2026-11-02'), noticeDueOn: localDate('2026-11-16') };
    expect(shown({ dissolution, registeredOn: localDate('2024-01-26') })).toEqual([
      ['REGISTRATION', '2024-01-15', '2024-01-29', 'DONE'],
      ['DISSOLUTION_NOTICE', '2026-11-02', '2026-11-16', 'OVERDUE'],
    ]);
  });

  it('of a young fund nothing about periods that ended before it was founded', () => {
    expect(shown({ foundedOn: localDate('2026-11-09') }).map(([duty]) => duty)).toEqual(['REGISTRATION', 'CUSTODIAN_RECONCILIATION:2026-11', 'PARTNER_REPORT:2026-4', 'CLOSING_STATEMENTS:2026']);
  });

  it('is due at once where nobody decided how long there is, so that it is seen', () => {
    expect(dutiesOf(facts(), new PolicySet([]), TODAY, calendar).find(({ duty }) => duty === 'REGISTRATION')).toMatchObject({ dueOn: '2024-01-15', clause: '', state: 'OVERDUE' });
  });
});
