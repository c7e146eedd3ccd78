import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { ASSET_CONDITION_NAMES, ASSET_DEED_NAMES, ASSET_KIND_NAMES, getAgreement, getCall, GRANT_LIFE, GRANT_REGIMES, INSTITUTION_NAMES, PAPER_NAMES, policiesOfCall, settlementWordingOn, type GrantCall } from '#libs/grant';
import type { TimePoint } from '#libs/http';
import { BUDGET_STAGES, SPENDABLE_STAGES } from '#libs/journal';
import { getProgramme } from '#libs/programme';
import type { GrantNames, GrantSettlementFacts } from '../grant-settlement.js';
import { readAgreements, readBudgets, readLines } from './agreements.query.js';
import { readAssets } from './assets.query.js';
import { readBook } from './book.query.js';
import { readSanctions, readSettled, readVerifications } from './decisions.query.js';
import { readCarryOvers } from './carry-overs.query.js';
import type { GrantPoint } from './point.js';
import { readRecoveries } from './recoveries.query.js';
import { readExpenses, readInterest } from './spending.query.js';

/**
 * Everything report C shows of a call at one point in both times; the caller's transaction is the one snapshot. About fifteen
 * statements, however many agreements there are. Throws not found for a call that is not there or not in sight,
 * `report.not-known-then` where it was not known yet.
 */
export async function readCallFacts(tx: Tx, callId: string, point: TimePoint): Promise<GrantSettlementFacts> {
  const call = await getCall(tx, callId);
  await requireKnown(tx, call, point);
  const rows: { id: string }[] = await tx.query('select id from grant_agreement where call_id = $1', [callId]);
  return readFacts(tx, call, rows.map(({ id }) => id), null, point);
}

/** The same of one agreement. */
export async function readAgreementFacts(tx: Tx, agreementId: string, point: TimePoint): Promise<GrantSettlementFacts> {
  const agreement = await getAgreement(tx, agreementId);
  const facts = await readFacts(tx, await getCall(tx, agreement.callId), [agreementId], agreementId, point);
  if (facts.agreements.length === 0) throw notKnownThen(agreement.number, agreementId);
  return facts;
}

async function readFacts(tx: Tx, call: GrantCall, agreementIds: readonly string[], agreementId: string | null, { asOf, knownBefore }: TimePoint): Promise<GrantSettlementFacts> {
  const at: GrantPoint = [call.id, asOf, knownBefore, agreementIds];
  const policies = await policiesOfCall(tx, call, asOf, knownBefore);
  const programme = await getProgramme(tx, call.programmeId);
  const { agreements, versionIds } = await readAgreements(tx, at);
  return {
    ...{ call, programme: { ko: programme.nameKo, en: programme.nameEn }, agreementId, asOf, knownBefore, agreements },
    policies: policies.all().filter(({ key, clause }) => OWN_POLICIES.test(key) && !clause.includes(GRANT_REGIMES[call.regime === 'RND' ? 'SUBSIDY' : 'RND'].law)),
    clause: settlementWordingOn(call.regime, asOf).recovery.clause,
    budgets: await readBudgets(tx, at, SPENDABLE_STAGES),
    carryOvers: await readCarryOvers(tx, at, agreementId === null),
    lines: await readLines(tx, versionIds),
    expenses: await readExpenses(tx, at),
    interest: await readInterest(tx, at),
    settled: await readSettled(tx, at),
    verifications: await readVerifications(tx, at),
    sanctions: await readSanctions(tx, at),
    recoveries: await readRecoveries(tx, at),
    assets: await readAssets(tx, at),
    book: await readBook(tx, at),
    names: NAMES,
  };
}

/** Other rules apply to a call as well, but make none of the figures; and what the other regime says is none of its business. */
const OWN_POLICIES = /^grant\.(recovery|subsidy-penalty|verification|expense-vat|asset-restriction|asset-register|project-amount)/;

const NAMES: GrantNames = {
  ...{ budgetStages: BUDGET_STAGES, states: GRANT_LIFE.states, institutions: INSTITUTION_NAMES },
  ...{ assets: ASSET_KIND_NAMES, conditions: ASSET_CONDITION_NAMES, deeds: ASSET_DEED_NAMES, papers: PAPER_NAMES },
};

/** To the second, as a report without a time is asked for: one about a call that was opened a moment ago is empty, not refused. */
async function requireKnown(tx: Tx, { id, name }: Pick<GrantCall, 'id' | 'name'>, { knownBefore }: TimePoint): Promise<void> {
  const rows: { known: boolean }[] = await tx.query(`select date_trunc('second', known_at) < $2::timestamptz as known from grant_call where id = $1`, [id, knownBefore]);
  if (rows[0]?.known !== true) throw notKnownThen(name, id);
}

const notKnownThen = (name: string, id: string): DomainError =>
  new DomainError(
    'invalid',
    'report.not-known-then',
    { ko: `그때에는 '${name}'이(가) 등록되지 않았습니다. 더 나중의 기준일이나 자료 반영 시점을 지정해 주세요.`, en: `'${name}' was not on record then. Ask for a later day, or as known later.` },
    { details: { subjectId: id } },
  );
