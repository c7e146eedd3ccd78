import type { Tx } from '#libs/database';
import { linePlanOf, linesOfAgreement, sourcePlanOf, stagesOf } from '../agreement.query.js';
import type { Agreement, AgreementLine, LinePlan, SourcePlan, Stage } from '../agreement.js';
import { fundingOf, type YearFunding } from '../conclusion.query.js';
import { moneyOfAgreement, type AgreementMoney } from './agreement-money.query.js';
import { eventsOf, versionsOf, type EventView, type VersionView } from './version.query.js';

/** All that the page of an agreement shows. */
export interface AgreementFacts {
  readonly money: AgreementMoney;
  readonly stages: readonly Stage[];
  readonly sources: readonly SourcePlan[];
  readonly plan: readonly LinePlan[];
  readonly lines: readonly AgreementLine[];
  readonly funding: readonly YearFunding[];
  readonly versions: readonly VersionView[];
  readonly events: readonly EventView[];
}

export async function factsOfAgreement(tx: Tx, { id, versionId }: Agreement): Promise<AgreementFacts> {
  const money = await moneyOfAgreement(tx, id);
  const [stages, sources, plan] = [await stagesOf(tx, id), await sourcePlanOf(tx, versionId), await linePlanOf(tx, versionId)];
  return { money, stages, sources, plan, lines: await linesOfAgreement(tx, id), funding: await fundingOf(tx, id), versions: await versionsOf(tx, id), events: await eventsOf(tx, id) };
}
