import type { LocalDate } from '#libs/calendar';
import type { CommandOutcome } from '#libs/command';
import type { FundRow } from '../../fund/fund.query.js';
import { STATUTORY_VERSIONS } from '../statutory.policy.js';
import { statutoryPosition } from '../statutory.rules.js';
import type { StatutoryFigures, StatutoryFundPosition, StatutoryPartnerPosition } from '../statutory.js';
import type { StatutoryStanding } from './statutory-change.rules.js';
import type { RecordedProfileDto, StatutoryFiguresDto, StatutoryFundDto, StatutoryGroupDto, StatutoryPartnerDto, StatutoryStandingDto } from './statutory-profile.dto.js';
import type { RecordedProfile } from './statutory-profile.service.js';
import type { ProfiledPartner } from './statutory-partner.query.js';

/** Where a manager and its funds stand under the statute on a day. */
export function viewStatutory(partner: ProfiledPartner, funds: readonly FundRow[], asOf: LocalDate): StatutoryPartnerDto {
  const position = statutoryPosition(partner, STATUTORY_VERSIONS, asOf);
  return {
    generalPartnerId: partner.generalPartnerId,
    name: partner.name,
    kind: partner.kind,
    assumed: partner.assumed,
    partial: partner.partial,
    ownCapitalWon: partner.ownCapitalWon.toString(),
    groups: position.partner.map(shownGroup),
    funds: position.funds.map((each) => shownFund(each, partner, funds)),
  };
}

/** A profile with what it changes of where its managers and their funds stand. */
export function viewRecorded({ result: { id, on, changes }, dryRun }: CommandOutcome<RecordedProfile>): RecordedProfileDto {
  return { id: dryRun ? null : id, dryRun, on, changes: changes.map(({ before, after, ...of }) => ({ ...of, before: shownStanding(before), after: shownStanding(after) })) };
}

const shownStanding = (standing: StatutoryStanding | null): StatutoryStandingDto | null => (standing === null ? null : { figures: shownFigures(standing.figures), verdict: standing.verdict });

function shownGroup({ version, fundIds, figures, due, nextTestOn, verdict }: StatutoryPartnerPosition): StatutoryGroupDto {
  const { id, clause, generalPartnerRatio } = version;
  return { versionId: id, clause, ratioBasisPoints: generalPartnerRatio, fundCount: fundIds.length, figures: shownFigures(figures), due: shownFigures(due), nextTestOn, verdict };
}

function shownFund({ fundId, version, testOn, inBase, figures, verdict }: StatutoryFundPosition, partner: ProfiledPartner, funds: readonly FundRow[]): StatutoryFundDto {
  const fund = funds.find((each) => each.id === fundId);
  const registered = partner.funds.find((each) => each.fundId === fundId);
  return {
    fundId,
    fundNumber: fund?.number ?? '',
    fundName: fund?.name ?? '',
    versionId: version.id,
    clause: version.clause,
    registeredOn: registered?.registeredOn ?? '',
    testOn,
    inBase,
    ratioBasisPoints: version.fundRatio,
    purpose: registered?.purpose ?? 'GENERAL',
    specialRatio: registered?.specialRatio ?? false,
    graceTo: registered?.graceTo ?? null,
    figures: shownFigures(figures),
    verdict,
  };
}

function shownFigures(figures: StatutoryFigures): StatutoryFiguresDto {
  return {
    baseWon: figures.baseWon.toString(),
    countedWon: figures.countedWon.toString(),
    ratioPercent: figures.ratioPercent,
    requiredWon: figures.requiredWon.toString(),
    shortfallWon: figures.shortfallWon.toString(),
    met: figures.met,
  };
}
