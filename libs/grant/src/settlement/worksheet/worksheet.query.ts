import { canonicalHash } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { maxWon, minWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import { getAgreement, linesOfAgreement, sourcePlanOf, stagesOf } from '../../agreement/agreement.query.js';
import type { Agreement, SourcePlan, Stage } from '../../agreement/agreement.js';
import type { GrantCall } from '../../call/call.js';
import { getCall } from '../../call/call.query.js';
import type { FormInterest, SettlementForm } from '../form.js';
import { formFrom, formYears } from '../form.rules.js';
import { settlementWordingOn, type SettlementWording } from '../settlement.data.js';
import type { SettlementFacts } from '../settlement.js';
import { disallowedOf, interestOf, lineExecutionsOf, type ExecutedLine } from './execution.query.js';

/** What the books hold of a stage, to be compared with what its rows add up to; won. */
export interface StageBooks {
  /** By line id: what was used and what is left. */
  readonly lines: ReadonlyMap<string, { readonly usedWon: Won; readonly leftWon: Won }>;
  readonly governmentPaidWon: Won;
  /** Of it claimed back already, on a ground of its own: a settlement does not claim it again. */
  readonly clawedBackWon: Won;
  readonly ownPaidWon: Won;
  /** Tranches decided and not yet transferred. */
  readonly payableWon: Won;
  readonly cashWon: Won;
}

/** A stage as it stands: the form that would be decided now, and everything it was made from. */
export interface Worksheet {
  readonly call: GrantCall;
  readonly agreement: Agreement;
  readonly stage: Stage;
  readonly wording: SettlementWording;
  readonly form: SettlementForm;
  readonly facts: SettlementFacts;
  readonly digest: string;
  readonly books: StageBooks;
  /** Expenses that nobody has reviewed. */
  readonly unreviewed: number;
}

/** What a special rule leaves with the institution of a line's rest (pooled student labour, pooled equipment). */
export interface Retained {
  readonly lineId: string;
  readonly amountWon: Won;
}

/** Throws `not_found` for the agreement, and at the field where it has no such stage. */
export async function readWorksheet(tx: Tx, agreementId: string, stage: number, retained: readonly Retained[] = []): Promise<Worksheet> {
  const agreement = await getAgreement(tx, agreementId);
  const call = await getCall(tx, agreement.callId);
  const its = (await stagesOf(tx, agreementId)).find((each) => each.stage === stage);
  if (its === undefined) throw invalidField('/stage', 'grant-settlement.no-such-stage', { ko: `이 협약에는 ${stage}단계가 없습니다.`, en: `The agreement has no stage ${stage}.` });
  const wording = settlementWordingOn(call.regime, its.endsOn);
  const sources = await sourcePlanOf(tx, agreement.versionId);
  const executed = withRetained(await lineExecutionsOf(tx, agreement, stage), retained);
  const books = await booksOf(tx, agreement);
  const interest = await interestOf(tx, agreementId, stage);
  const facts = factsOf({ agreement, isPool: call.kind === 'MATCHING', stage, sources, executed, interest }, books, await settledBefore(tx, agreementId, stage));
  const disallowed = await disallowedOf(tx, agreementId, stage);
  const form = formFrom(
    {
      header: headerOf(call, agreement, its, sources.filter((each) => each.stage === stage)),
      ...{ facts, interest, disallowed: disallowed.rows, interestClause: wording.interest },
      lines: executed,
    },
    wording.recovery,
  );
  return { call, agreement, stage: its, wording, form, facts, digest: canonicalHash(form), books, unreviewed: disallowed.unreviewed };
}

interface StageFacts {
  readonly agreement: Agreement;
  /** Private money that is missing lowers the government's in proportion; it is clawed back and not claimed itself. */
  readonly isPool: boolean;
  readonly stage: number;
  readonly sources: readonly SourcePlan[];
  readonly executed: readonly ExecutedLine[];
  readonly interest: readonly FormInterest[];
}

/** What never came is counted over the stages up to this one, less what an earlier settlement has settled of it. */
function factsOf({ agreement, isPool, stage, sources, executed, interest }: StageFacts, books: StageBooks, before: UnpaidBefore): SettlementFacts {
  const cash = (source: readonly SourcePlan['source'][], until: (stageOfRow: number) => boolean): Won =>
    sumWon(sources.filter((row) => source.includes(row.source) && row.resource === 'CASH' && until(row.stage)).map(({ amountWon }) => amountWon));
  const [here, sofar] = [(of: number) => of === stage, (of: number) => of <= stage];
  const unpaid = (planned: Won, paid: Won, settled: Won, atMost: Won): Won => minWon(atMost, maxWon(ZERO_WON, won(planned - paid - settled)));
  const [governmentCashWon, ownCashWon] = [cash(['GOVERNMENT'], here), cash(['OWN'], here)];
  return {
    institution: agreement.institution,
    lines: executed.map(({ execution }) => execution),
    governmentCashWon,
    ownCashWon,
    otherCashWon: cash(['LOCAL', 'OTHER'], here),
    ownCashUnpaidWon: isPool ? ZERO_WON : unpaid(cash(['OWN'], sofar), books.ownPaidWon, before.ownWon, ownCashWon),
    governmentUnpaidWon: unpaid(cash(['GOVERNMENT'], sofar), subtractWon(books.governmentPaidWon, books.clawedBackWon), before.governmentWon, governmentCashWon),
    interest: interest.map((row) => ({ earnedWon: row.earnedWon, usedWon: subtractWon(row.earnedWon, row.balanceWon) })),
    terminated: agreement.state === 'TERMINATED',
  };
}

function headerOf(call: GrantCall, agreement: Agreement, stage: Stage, sources: readonly SourcePlan[]): SettlementForm['header'] {
  const { subProgramme, umbrellaNumber, projectNumber, number, title, partyName, institution, role, investigator } = agreement;
  return {
    ...{ regime: call.regime, agency: call.agency, programme: call.name, subProgramme, umbrellaNumber, projectNumber, agreementNumber: number, title },
    ...{ institutionName: partyName, institution, role, investigator, stage: stage.stage, from: stage.beginsOn, to: stage.endsOn, years: formYears(sources) },
  };
}

function withRetained(lines: readonly ExecutedLine[], retained: readonly Retained[]): ExecutedLine[] {
  const unknown = retained.findIndex(({ lineId }) => !lines.some((line) => line.lineId === lineId));
  if (unknown >= 0) throw invalidField(`/retained/${unknown}/lineId`, 'grant-settlement.no-such-line', { ko: '이 단계의 비목이 아닙니다.', en: 'That is no line of this stage.' });
  return lines.map((line) => {
    const kept = sumWon(retained.filter(({ lineId }) => lineId === line.lineId).map(({ amountWon }) => amountWon));
    return { ...line, execution: { ...line.execution, retainedWon: kept } };
  });
}

interface UnpaidBefore {
  readonly governmentWon: Won;
  readonly ownWon: Won;
}

async function settledBefore(tx: Tx, agreementId: string, stage: number): Promise<UnpaidBefore> {
  const rows: { government: string; own: string }[] = await tx.query(
    `select coalesce(sum(s.government_unpaid_won), 0)::text as government, coalesce(sum(s.own_unpaid_won), 0)::text as own
       from grant_settlement s join grant_settlement_final f on f.settlement_id = s.id where s.agreement_id = $1 and s.stage < $2`,
    [agreementId, stage],
  );
  return { governmentWon: won(BigInt(rows[0]?.government ?? '0')), ownWon: won(BigInt(rows[0]?.own ?? '0')) };
}

/** The accounts of an agreement: its lines, and the project's money as the agency knows it. */
async function booksOf(tx: Tx, { id, callId }: Agreement): Promise<StageBooks> {
  const rows: { chart: string; balance: string }[] = await tx.query(
    `select a.chart, b.balance::text from ledger_account a join account_balance b on b.account_id = a.id
      where a.key in (select 'grant/' || $1 || '/' || chart || '/' || $2 from unnest(array['grant.project-government', 'grant.project-own', 'grant.payable', 'grant.project-cash']) as chart)`,
    [callId, id],
  );
  const of = (chart: string): Won => won(BigInt(rows.find((row) => row.chart === chart)?.balance ?? '0'));
  const lines = await linesOfAgreement(tx, id);
  const [clawed]: { won: string }[] = await tx.query('select coalesce(sum(g.total_won), 0)::text as won from grant_recovery_ground g join grant_recovery r on r.id = g.recovery_id where r.agreement_id = $1', [id]);
  return {
    lines: new Map(lines.map(({ id: lineId, usedWon, leftWon }) => [lineId, { usedWon, leftWon }])),
    governmentPaidWon: of('grant.project-government'),
    clawedBackWon: won(clawed?.won ?? '0'),
    ownPaidWon: of('grant.project-own'),
    payableWon: of('grant.payable'),
    cashWon: of('grant.project-cash'),
  };
}
