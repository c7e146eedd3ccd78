import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { getAgreement, listAgreements, sourcePlanOf } from '../../agreement/agreement.query.js';
import { governmentByYear } from '../../agreement/plan/plan.js';
import { moneyOfAgreement, moneyOfAgreements } from '../../agreement/standing/agreement-money.query.js';
import { getCall, policiesOfCall } from '../../call/call.query.js';
import type { DueGrantTrancheDto, GrantTranchesDto } from '../tranche.dto.js';
import { patternOf, TRANCHE_POLICIES } from '../tranche.policy.js';
import { tranchesOf } from '../tranche.query.js';
import { openByYear, proposeTranches } from '../tranche.rules.js';
import { paymentsOfTranches } from './tranche-payment.query.js';
import { viewTranche } from '../tranche.view.js';

const BASE_RATIO = 5000;

/** The tranches of an agreement, and what the pattern of its call makes of what is not asked for yet. */
export async function tranchesOfAgreement(tx: Tx, agreementId: string, today: LocalDate): Promise<GrantTranchesDto> {
  const agreement = await getAgreement(tx, agreementId);
  const tranches = await tranchesOf(tx, [agreementId]);
  const money = await moneyOfAgreement(tx, agreementId);
  const payments = await paymentsOfTranches(tx, tranches.map(({ id }) => id));
  const policies = await policiesOfCall(tx, await getCall(tx, agreement.callId), today);
  const open = openByYear(governmentByYear(await sourcePlanOf(tx, agreement.versionId)), tranches);
  const pattern = policies.find(TRANCHE_POLICIES.pattern);
  return {
    tranches: tranches.map((each) => viewTranche(each, money, payments)),
    proposal: proposeTranches(open, patternOf(policies)).map((each) => ({ ...each, amountWon: each.amountWon.toString() })),
    ...{ patternClause: pattern?.clause ?? '정한 기준 없음', patternSource: pattern?.source ?? 'ASSUMPTION' },
    previousSpentBasisPoints: policies.integer(TRANCHE_POLICIES.previousSpent, BASE_RATIO),
    ownCashPlannedWon: money.ownCashPlannedWon.toString(),
  };
}

const TURN = ['REQUESTED', 'DECIDED', 'PLANNED', 'VOIDED', 'DROPPED'];

/** What of a call is not paid yet: what waits for a decision first, then what waits for its payment, then what is planned. */
export async function dueTranchesOfCall(tx: Tx, callId: string): Promise<DueGrantTrancheDto[]> {
  const agreements = new Map((await listAgreements(tx, (await getCall(tx, callId)).id)).map((each) => [each.id, each]));
  const money = await moneyOfAgreements(tx, [...agreements.keys()]);
  const tranches = await tranchesOf(tx, [...agreements.keys()]);
  const payments = await paymentsOfTranches(tx, tranches.map(({ id }) => id));
  const rows = tranches.flatMap((tranche) => {
    const [agreement, of] = [agreements.get(tranche.agreementId), money.get(tranche.agreementId)];
    if (agreement === undefined || of === undefined || tranche.state === 'VOIDED') return [];
    return [{ ...viewTranche(tranche, of, payments), agreementNumber: agreement.number, partyName: agreement.partyName, agreementState: agreement.state }];
  });
  return rows.filter(({ payment }) => payment !== 'PAID').toSorted((one, other) => TURN.indexOf(one.state) - TURN.indexOf(other.state) || one.plannedOn.localeCompare(other.plannedOn));
}
