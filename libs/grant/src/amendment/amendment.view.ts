import type { CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { linePlanOf, sourcePlanOf } from '../agreement/agreement.query.js';
import type { Agreement } from '../agreement/agreement.js';
import { stagesByVersion, versionsOf } from '../agreement/standing/version.query.js';
import { getCall, linesOfCall } from '../call/call.query.js';
import type { AmendedGrantAgreementDto, GrantChangeDto, GrantVersionDiffDto } from './amendment.dto.js';
import { changesBetween, type VersionWhole } from './amendment.rules.js';
import type { AmendedAgreement } from './amendment.service.js';
import type { Change } from './amendment.js';

export function viewAmended({ result, verdicts, dryRun }: CommandOutcome<AmendedAgreement>): AmendedGrantAgreementDto {
  const { agreementId, version, need, changes, entries } = result;
  return { agreementId, version, need, dryRun, changes: changes.map(viewChange), verdicts: verdicts.map(shownVerdict), entries: entries.map(shownEntry) };
}

const viewChange = ({ deltaWon, ...change }: Change): GrantChangeDto => ({ ...change, deltaWon: deltaWon?.toString() ?? null });

/** What each version changed against the one before, the first one first. */
export async function viewDiffs(tx: Tx, agreement: Agreement): Promise<GrantVersionDiffDto[]> {
  const [call, lines] = [await getCall(tx, agreement.callId), await linesOfCall(tx, agreement.callId)];
  const stages = await stagesByVersion(tx, agreement.id);
  const wholes: { readonly version: number; readonly whole: VersionWhole }[] = [];
  for (const { id, version, periodFrom, periodTo, detail } of await versionsOf(tx, agreement.id)) {
    const terms = { periodFrom, periodTo, stages: stages(version), detail };
    wholes.push({ version, whole: { terms, plan: { sources: await sourcePlanOf(tx, id), lines: await linePlanOf(tx, id) } } });
  }
  return wholes.slice(1).map(({ version, whole }, index) => ({ version, changes: changesBetween(wholes[index]?.whole ?? whole, whole, call.regime, lines).map(viewChange) }));
}
