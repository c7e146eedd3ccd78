import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Answer } from '../../support/client.js';
import { capturedService, contract, contractedService, today, yearInUse, type TestUse } from '../../support/services.js';
import { deed, expire, figuresOf } from '../../support/voucher-life.js';
import { agreedVouchers, appliedVoucher, issuedVouchers, openVoucherYear, selectedVouchers } from '../../support/vouchers.js';

const VERBS = ['withdraw', 'cancel', 'suspend', 'resume', 'extend', 'top-up', 'split', 'expire', 'claw back'] as const;
type Verb = (typeof VERBS)[number];

/** What each deed comes to in each state: 'ok', refused for the 'state', 'spared', or refused by the rule named. */
const TABLE: Readonly<Record<string, Readonly<Record<Verb, string>>>> = {
  APPLIED: { withdraw: 'ok', cancel: 'state', suspend: 'state', resume: 'state', extend: 'state', 'top-up': 'state', split: 'state', expire: 'spared', 'claw back': 'state' },
  SELECTED: { withdraw: 'ok', cancel: 'ok', suspend: 'state', resume: 'state', extend: 'state', 'top-up': 'state', split: 'state', expire: 'spared', 'claw back': 'state' },
  AGREED: { withdraw: 'ok', cancel: 'ok', suspend: 'state', resume: 'state', extend: 'state', 'top-up': 'state', split: 'state', expire: 'spared', 'claw back': 'state' },
  ISSUED: { withdraw: 'ok', cancel: 'ok', suspend: 'ok', resume: 'state', extend: 'ok', 'top-up': 'rule.top-up-stays-within-the-face-value', split: 'ok', expire: 'spared', 'claw back': 'voucher.nothing-to-claw-back' },
  SUSPENDED: { withdraw: 'ok', cancel: 'ok', suspend: 'state', resume: 'ok', extend: 'state', 'top-up': 'state', split: 'state', expire: 'spared', 'claw back': 'voucher.nothing-to-claw-back' },
  WITHDRAWN: { withdraw: 'state', cancel: 'state', suspend: 'state', resume: 'state', extend: 'state', 'top-up': 'state', split: 'state', expire: 'spared', 'claw back': 'voucher.nothing-to-claw-back' },
  CANCELLED: { withdraw: 'state', cancel: 'state', suspend: 'state', resume: 'state', extend: 'state', 'top-up': 'state', split: 'state', expire: 'spared', 'claw back': 'voucher.nothing-to-claw-back' },
  EXPIRED: { withdraw: 'state', cancel: 'state', suspend: 'state', resume: 'state', extend: 'state', 'top-up': 'state', split: 'state', expire: 'spared', 'claw back': 'voucher.nothing-to-claw-back' },
};

function tryOut(verb: Verb, yearId: string, voucherId: string): Promise<Answer> {
  switch (verb) {
    case 'expire':
      return expire(yearId, { voucherIds: [voucherId], dryRun: true });
    case 'claw back': {
      const claim = { ground: 'OFF_PURPOSE', principalWon: '1000', improperOn: today(), noticeOn: today() };
      return deed(voucherId, 'clawbacks', { ...claim, dryRun: true });
    }
    case 'extend':
      return deed(voucherId, verb, { to: lastDay(), dryRun: true });
    case 'top-up':
    case 'split':
      // Refusals of rules are notes in a dry run, so this one is meant.
      return deed(voucherId, verb, { amountWon: '1000', dryRun: verb === 'split' });
    default:
      return deed(voucherId, verb, { dryRun: true });
  }
}

const lastDay = (): string => new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);

function outcome(answer: Answer, verb: Verb): string {
  if (answer.status === 201 && verb === 'expire') return answer.body.spared.length === 1 ? 'spared' : 'ok';
  if (answer.status === 201) return 'ok';
  return answer.body.code === 'voucher.not-in-this-state' ? 'state' : (answer.body.code as string);
}

describe('every deed in every state', () => {
  const ids: Record<string, { yearId: string; voucherId: string }> = {};

  beforeAll(async () => {
    const { year, voucherIds } = await yearInUse(4);
    const [issued = '', suspended = '', withdrawn = '', cancelled = ''] = voucherIds;
    await deed(suspended, 'suspend');
    await deed(withdrawn, 'withdraw');
    await deed(cancelled, 'cancel');
    Object.entries({ ISSUED: issued, SUSPENDED: suspended, WITHDRAWN: withdrawn, CANCELLED: cancelled }).forEach(([state, voucherId]) => (ids[state] = { yearId: year.id, voucherId }));
    const early = (await openVoucherYear()).id;
    ids['SELECTED'] = { yearId: early, voucherId: (await selectedVouchers(early))[0] ?? '' };
    ids['APPLIED'] = { yearId: early, voucherId: await appliedVoucher(early) };
    const agreed = (await openVoucherYear()).id;
    ids['AGREED'] = { yearId: agreed, voucherId: (await agreedVouchers(agreed))[0] ?? '' };
    const over = (await openVoucherYear()).id;
    ids['EXPIRED'] = { yearId: over, voucherId: (await issuedVouchers(over, 1, { issuedOn: '2021-05-03', validTo: '2021-06-30' }))[0] ?? '' };
    await expire(over);
  }, 120_000);

  it.each(Object.keys(TABLE))('%s', async (state) => {
    const { yearId = '', voucherId = '' } = ids[state] ?? {};
    expect((await figuresOf(voucherId)).state).toBe(state);
    const found: Record<string, string> = {};
    for (const verb of VERBS) found[verb] = outcome(await tryOut(verb, yearId, voucherId), verb);
    expect(found).toEqual(TABLE[state]);
  });

  it.each(Object.keys(TABLE))('%s: the page offers what is possible and says why the rest is not', async (state) => {
    const { actions } = (await Client.as('finance').get(`/vouchers/${ids[state]?.voucherId ?? ''}`)).body as { actions: { action: string; allowed: boolean; reason: { ko: string } | null }[] };
    const verbs: Record<string, Verb> = { withdraw: 'withdraw', cancel: 'cancel', suspend: 'suspend', resume: 'resume', extend: 'extend', topUp: 'top-up', split: 'split', clawBack: 'claw back' };
    const offered = actions.filter(({ action }) => action in verbs).map(({ action, allowed }) => [verbs[action] ?? 'expire', allowed] as const);
    // What the face value refuses depends on the amount, which the page cannot know.
    const expected = offered.map(([verb]) => [verb, ['ok', 'rule.top-up-stays-within-the-face-value'].includes(TABLE[state]?.[verb] ?? '')] as const);
    expect(offered).toEqual(expected);
    expect(actions.every(({ allowed, reason }) => allowed === (reason === null) && (reason === null || reason.ko.length > 10))).toBe(true);
  });
});

describe('a suspension and a contract at the same moment', () => {
  it('leave a contract made before, or none at all', async () => {
    const use = await yearInUse(6);
    const races = use.voucherIds.map(async (voucherId) => {
      const [halt, bought] = await Promise.all([deed(voucherId, 'suspend'), contract(voucherId, use.provider.id)]);
      return { halt: halt.status, bought: bought.status, code: bought.body?.code as string | undefined, figures: await figuresOf(voucherId) };
    });
    for (const { halt, bought, code, figures } of await Promise.all(races)) {
      expect([halt, figures.state]).toEqual([201, 'SUSPENDED']);
      if (bought === 201) expect(figures.held).toBe('2666666');
      else expect([bought, code, figures.held]).toEqual([409, 'voucher.not-in-this-state', '0']);
    }
  });
});

describe('ending a voucher in use', () => {
  let use: TestUse;
  beforeAll(async () => {
    use = await yearInUse(2);
  });

  it('waits for its services', async () => {
    const [voucherId = ''] = use.voucherIds;
    await contractedService(voucherId, use.provider.id);
    for (const verb of ['withdraw', 'cancel']) {
      const { status, body } = await deed(voucherId, verb);
      expect([status, body.code, body.text.en]).toEqual([422, 'voucher.services-under-contract', '2,666,666 won are held for services under way. Pay or cancel them first.']);
    }
  });

  it('gives back what is left, and reminds of the own money', async () => {
    const voucherId = use.voucherIds[1] ?? '';
    await capturedService(voucherId, use.provider.id);
    const { body } = await deed(voucherId, 'cancel');
    expect(body.verdicts).toMatchObject([{ rule: 'own-money-goes-back', result: 'WARN', inputs: { ownLeftWon: '583333' } }]);
    expect(await figuresOf(voucherId)).toEqual({ state: 'CANCELLED', given: '5000000', available: '0', held: '0', captured: '2666666', expired: '0', revoked: '2333334', own: '583333' });
  });
});
