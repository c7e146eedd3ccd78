import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { openVoucherYear } from '../../support/vouchers.js';

const compliance = Client.as('compliance');
const term = (changes: Json = {}): Json => ({ key: 'voucher.self-burden-basis-points', value: '2500', effectiveFrom: '2021-07-01', clause: '변경공고 제3조', source: 'NOTICE', ...changes });

describe('deciding a term of a programme year', () => {
  let yearId: string;
  const decide = (changes: Json = {}, ask = {}) => compliance.post(`/voucher-years/${yearId}/terms`, term(changes), ask);
  const inForce = async (key: string): Promise<string | undefined> => ((await compliance.get(`/voucher-years/${yearId}`)).body.terms as Json[]).find((each) => each.key === key)?.value as string | undefined;

  beforeAll(async () => {
    yearId = (await openVoucherYear()).id;
  });

  itIsClosedTo('finance', 'decideVoucherTerm', (client) => client.post(`/voucher-years/${NOWHERE}/terms`, term()));
  itFindsNothingAt((id) => compliance.post(`/voucher-years/${id}/terms`, term()));
  itWritesOncePerKey((ask, variation) => decide({ key: 'voucher.stuck-after-days', value: variation === 'first' ? '10' : '11' }, ask));

  it('applies from its day on, and what applied before stays on record', async () => {
    const decided = await decide();
    expectStatus(decided, 201);
    expect([decided.body.before, decided.body.after]).toEqual(['2000', '2500']);
    const again = await decide({ value: '3000', effectiveFrom: '2199-01-01' });
    expect([again.body.before, again.body.after]).toEqual(['2500', '3000']);
    expect(await inForce('voucher.self-burden-basis-points')).toBe('2500');
    const decisions = ((await compliance.get(`/voucher-years/${yearId}/terms`)).body as Json[]).filter(({ key }) => key === 'voucher.self-burden-basis-points');
    expect(decisions.map(({ value, effectiveFrom, clause, actor }) => [value, effectiveFrom, clause, actor])).toEqual([
      ['3000', '2199-01-01', '변경공고 제3조', 'compliance'],
      ['2500', '2021-07-01', '변경공고 제3조', 'compliance'],
    ]);
  });

  it('of another year stays as it was', async () => {
    const other = await openVoucherYear();
    await decide({ key: 'voucher.face-won', value: '9000000' });
    expect(((await compliance.get(`/voucher-years/${other.id}`)).body.terms as Json[]).find(({ key }) => key === 'voucher.face-won').value).toBe('5000000');
  });

  it('in a dry run changes nothing', async () => {
    const dry = await decide({ key: 'voucher.validity-months', value: '12', dryRun: true });
    expect([dry.body.dryRun, dry.body.before, dry.body.after]).toEqual([true, '6', '12']);
    expect(await inForce('voucher.validity-months')).toBe('6');
  });

  it.each([
    ['words for an amount', { key: 'voucher.face-won', value: '오백만' }, [400, 'voucher-term.value', '/value']],
    ['half a won', { key: 'voucher.face-won', value: '0.5' }, [400, 'voucher-term.value', '/value']],
    ['perhaps', { key: 'voucher.ends-with-fiscal-year', value: 'perhaps' }, [400, 'voucher-term.value', '/value']],
    ['an unknown channel', { key: 'voucher.self-burden-channel', value: 'CASH' }, [400, 'voucher-term.value', '/value']],
    ['a term of another instrument', { key: 'fund.lifetime-expenses-won' }, [400, 'request.invalid', '/key']],
    ['a source nobody knows', { source: 'SEED' }, [400, 'request.invalid', '/source']],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(refusal(await decide(changes))).toEqual(expected);
  });
});
