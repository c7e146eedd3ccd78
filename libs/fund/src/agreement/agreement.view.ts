import type { CommandOutcome } from '#libs/command';
import type { Tx } from '#libs/database';
import { shownVerdict, type TimePoint } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { PolicyValue } from '#libs/policy';
import { getFund } from '../fund/fund.query.js';
import { shownEffect } from '../obligation/obligation.view.js';
import type { AgreementDto, AgreementTermDto, AmendedAgreementDto, DecidedPolicyDto } from './agreement.dto.js';
import { listDecisions, listVersions } from './agreement.query.js';
import { DECIDABLE_TERMS } from './agreement.rules.js';
import type { AmendedAgreement, DecidedPolicy } from './agreement.service.js';
import type { TermChange } from './agreement.js';

const shownValue = (value: PolicyValue): string => (typeof value === 'string' ? value : JSON.stringify(value));
const shownBefore = (value: PolicyValue): string | null => (value === null ? null : shownValue(value));

const shownTerm = ({ before, value, ...term }: TermChange): AgreementTermDto => ({
  ...term,
  value: shownValue(value),
  before: shownBefore(before?.value ?? null),
  beforeClause: before?.clause ?? null,
});

/** What a fund's agreement says, version by version, as known at a time. */
export async function viewAgreement(tx: Tx, fundId: string, point: TimePoint): Promise<AgreementDto> {
  const fund = await getFund(tx, fundId, point);
  const versions = await listVersions(tx, fund, point);
  const standing = versions.find(({ effectiveFrom }) => effectiveFrom <= point.asOf);
  return {
    versions: versions.map((version) => ({ ...version, inForce: version === standing, terms: version.terms.map(shownTerm) })),
    decisions: (await listDecisions(tx, fund, point)).map(shownTerm),
    decidable: Object.entries(DECIDABLE_TERMS).map(([key, { kind, choices, movesLimits }]) => ({ key, kind, choices: [...choices], movesLimits })),
  };
}

export function viewDecided({ result, dryRun }: Pick<CommandOutcome<DecidedPolicy>, 'result' | 'dryRun'>): DecidedPolicyDto {
  return { dryRun, before: shownEffect(result.before), after: shownEffect(result.after), postings: result.postings.map(shownEntry) };
}

export function viewAmended(outcome: CommandOutcome<AmendedAgreement>): AmendedAgreementDto {
  const { result, verdicts, dryRun } = outcome;
  const terms = result.terms.map(({ key, value, clause, before, beforeClause }) => ({ key, clause, beforeClause, value: shownValue(value), before: shownBefore(before) }));
  return { ...viewDecided(outcome), id: dryRun ? null : result.id, number: result.number, terms, verdicts: verdicts.map(shownVerdict) };
}
