import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { amendment, dissolution, extension, partnersOf, transfer } from '../../support/formation.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the duties of a fund', () => {
  const [manager, auditor] = [Client.as('manager'), Client.as('auditor')];
  const duties = async (id: string, asOf = '2026-11-20'): Promise<Json[]> => (await auditor.get(`/funds/${id}/duties?asOf=${asOf}`)).body as Json[];
  const short = (list: readonly Json[]): unknown[] => list.map(({ duty, dueOn, state }) => [duty, dueOn, state]);

  itIsClosedTo('admin', 'listFundDuties', (client) => client.get(`/funds/${NOWHERE}/duties`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/duties`));

  it('are what the law and the partners ask by a day, with the clause; a registered fund has registered', async () => {
    const { id } = await formFund(manager);
    const list = await duties(id);
    expect(short(list)).toEqual([
      ['REGISTRATION', '2024-01-29', 'DONE'],
      ['CLOSING_STATEMENTS:2025', '2026-03-31', 'OVERDUE'],
      ['CUSTODIAN_RECONCILIATION:2026-10', '2026-11-10', 'OVERDUE'],
      ['PARTNER_REPORT:2026-3', '2026-11-16', 'OVERDUE'],
      ['CUSTODIAN_RECONCILIATION:2026-11', '2026-12-10', 'DUE'],
      ['PARTNER_REPORT:2026-4', '2027-02-15', 'DUE'],
      ['CLOSING_STATEMENTS:2026', '2027-03-31', 'DUE'],
    ]);
    expect(list[1]).toMatchObject({ clause: '벤처투자 촉진에 관한 법률 제54조, 시행령 제38조', since: '2025-12-31', title: { ko: '2025년 결산서·감사의견 제출' } });
  });

  it('follow every change of the agreement, of the partners and of the life, and the end', async () => {
    const { id } = await formFund(manager);
    const [, limited] = await partnersOf(auditor, id);
    await manager.post(`/funds/${id}/agreement/versions`, amendment());
    await manager.post(`/funds/${id}/transfers`, transfer(limited?.id ?? '', { effectiveOn: '2026-08-03' }));
    await manager.post(`/funds/${id}/extensions`, extension());
    await manager.post(`/funds/${id}/dissolution`, dissolution());
    const asked = (await duties(id)).filter(({ duty }) => /^(CHANGE|DISSOLUTION)/.test(duty as string));
    // The fourteenth day after 3 August is 17 August, a day off for Liberation Day on a Saturday.
    expect(short(asked)).toEqual([
      ['CHANGE_OF_AGREEMENT:2', '2026-06-29', 'OVERDUE'],
      ['CHANGE_OF_PARTNERS:1', '2026-08-18', 'OVERDUE'],
      ['CHANGE_OF_LIFE:1', '2026-10-14', 'OVERDUE'],
      ['DISSOLUTION_NOTICE', '2026-11-13', 'OVERDUE'],
    ]);
    expect((await duties(id)).some(({ duty }) => /^(CLOSING|PARTNER|CUSTODIAN)/.test(duty as string))).toBe(false);
    expect((await duties(id, '2026-06-14')).some(({ duty }) => duty === 'CHANGE_OF_AGREEMENT:2')).toBe(false);
  });
});
