import { holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { policyHistory, type PolicyHistory, type PolicySet } from '#libs/policy';
import { assetTerms } from '../../asset/asset.policy.js';
import { listAssets } from '../../asset/asset.query.js';
import { checkPeriods, nextCheck } from '../../asset/asset.rules.js';
import { callScopes, type GrantCall } from '../../call/call.js';
import { getCall, listCalls } from '../../call/call.query.js';
import { INNOVATION_ROYALTIES } from '../../royalty/royalty.policy.js';
import { deadlinesOf } from '../deadline.rules.js';
import type { Deadline, DeadlineFact } from '../deadline.js';
import { moneyFacts, reportFacts, selectionFacts } from './agreement-facts.query.js';
import { keepingFacts, objectionFacts, outcomeFacts, recoveryFacts, salesFacts } from './claim-facts.query.js';

/** Every deadline of one call, or of all in sight, as things stand on `today`. */
export async function listDeadlines(tx: Tx, callId: string | null, today: LocalDate): Promise<{ readonly deadlines: Deadline[]; readonly calls: ReadonlyMap<string, GrantCall> }> {
  const listed = callId === null ? await listCalls(tx) : [await getCall(tx, callId)];
  const calls = new Map(listed.map((call) => [call.id, call]));
  const history = await policyHistory(tx, listed.flatMap(callScopes), new Date(8.64e15));
  const policiesOf = (id: string): PolicySet => policiesOn(history, calls.get(id), today);
  const facts = [
    ...(await selectionFacts(tx, callId)),
    ...(await moneyFacts(tx, callId)),
    ...(await reportFacts(tx, callId)),
    ...(await objectionFacts(tx, callId)),
    ...(await recoveryFacts(tx, callId)),
    ...(await outcomeFacts(tx, callId)),
    ...(await salesFacts(tx, callId, INNOVATION_ROYALTIES.yearsFromProjectEnd, today)),
    ...(await keepingFacts(tx, callId)),
    ...(await assetFacts(tx, listed, policiesOf, today)),
  ];
  return { deadlines: deadlinesOf(facts, (id) => ({ regime: calls.get(id)?.regime ?? 'RND', policies: policiesOf(id) }), today, holidayCalendar()), calls };
}

const policiesOn = (history: PolicyHistory, call: GrantCall | undefined, on: LocalDate): PolicySet => history.inForce(call === undefined ? ['*'] : callScopes(call), on);

/** Periods in which an asset had to be looked at, and the one that comes. */
async function assetFacts(tx: Tx, calls: readonly GrantCall[], policiesOf: (callId: string) => PolicySet, today: LocalDate): Promise<DeadlineFact[]> {
  const facts: DeadlineFact[] = [];
  for (const call of calls) {
    const terms = assetTerms(call.regime, policiesOf(call.id));
    for (const asset of await listAssets(tx, call.id)) {
      const coming = nextCheck(asset, terms, today, holidayCalendar())?.periodTo;
      const periods = new Set([...checkPeriods(asset, terms.checkMonths, today), ...(coming === undefined ? [] : [coming])]);
      for (const periodTo of periods) {
        const doneOn = asset.checks.find((check) => check.periodTo === periodTo)?.checkedOn ?? null;
        facts.push({ key: 'asset-check', callId: call.id, agreementId: asset.agreementId, subjectId: asset.id, label: `${asset.number} ${asset.name}`, party: asset.institution, from: periodTo, until: null, doneOn });
      }
    }
  }
  return facts;
}
