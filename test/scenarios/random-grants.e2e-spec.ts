import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CLAIM_DEEDS, GRANT_DEEDS, GrantModel, type GrantDeed } from '../support/grant-model.js';
import { made } from '../support/grants.js';
import { untiedGrants } from '../support/grant-ties.js';
import { PlayedGrant } from '../support/played-grant.js';
import { finalize, settle } from '../support/settlements.js';

const SEED = 20_260_331;
const RUNS = 6;

const amount = fc.oneof(fc.bigInt({ min: 1n, max: 5_000_000n }), fc.bigInt({ min: 1n, max: 70_000_000n }));
/** What has to be there before anything can be done to it comes more often. */
const OFTEN: Partial<Record<GrantDeed['kind'], number>> = { spend: 5, undo: 3, tranche: 4, own: 3, receive: 3 };
const deeds = (kinds: readonly GrantDeed['kind'][]): fc.Arbitrary<GrantDeed> =>
  fc.oneof(...kinds.map((kind) => ({ weight: OFTEN[kind] ?? 1, arbitrary: fc.record({ kind: fc.constant(kind), index: fc.nat({ max: 20 }), line: fc.nat({ max: 2 }), amount }) })));

/** Does each deed in both worlds: what one refuses, the other refuses. */
async function playBoth(script: readonly GrantDeed[], model: GrantModel, grant: PlayedGrant, done: Set<string>): Promise<void> {
  for (const deed of script) {
    const may = model.play(deed);
    const answer = await grant.play(deed);
    if (answer !== null) expect([deed, answer.status < 300, answer.status < 500, answer.status < 300 ? '' : answer.body.code]).toEqual([deed, may, true, may ? '' : expect.any(String)]);
    done.add(`${deed.kind} ${may ? 'done' : 'refused'}`);
  }
  expect(await untiedGrants([grant.call.id])).toEqual([]);
}

describe('a grant that is spent, reviewed, changed, paid, stopped, settled and collected, in whatever order', () => {
  it('refuses what its page of arithmetic refuses, demands what that demands, and ties all along', async () => {
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(deeds(GRANT_DEEDS), { minLength: 24, maxLength: 36 }), fc.array(deeds(CLAIM_DEEDS), { minLength: 6, maxLength: 10 }), async (life, collection) => {
        const [model, grant] = [new GrantModel(), await PlayedGrant.begin()];
        await playBoth(life, model, grant, done);
        await playBoth((['resume', 'pay'] as const).map((kind) => ({ kind, index: 0, line: 0, amount: 1n })), model, grant, done);
        const { id, noticeWon } = made('settling', await settle(grant.id)) as { id: string; noticeWon: string };
        expect([life, BigInt(noticeWon)]).toEqual([life, model.settle()]);
        const { recovery } = made('finalizing', await finalize(id)) as { recovery: { id: string } };
        grant.recoveryId = recovery.id;
        await playBoth(collection, model, grant, done);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
    // A sample in which something was never done would prove nothing about it.
    expect([...new Set([...GRANT_DEEDS, ...CLAIM_DEEDS])].filter((kind) => !done.has(`${kind} done`))).toEqual([]);
    expect(['spend', 'undo', 'transfer', 'own', 'tranche', 'remit'].filter((kind) => !done.has(`${kind} refused`))).toEqual([]);
  }, 120_000);
});
