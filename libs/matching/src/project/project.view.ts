import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { sumWon, won } from '#libs/money';
import { matchClawback } from '../match/match.rules.js';
import type { MatchClawback } from '../match/match.js';
import type { ConcludedProjectDto, ProjectDto, ProjectSummaryDto } from './project.dto.js';
import type { settlementsOfProject } from './project.query.js';
import type { ConcludedProject } from './project.service.js';
import type { Project, ProjectPoint } from './project.js';

export function viewConcludedProject({ result, verdicts, dryRun }: CommandOutcome<ConcludedProject>): ConcludedProjectDto {
  const { id, number, place, years, entries } = result;
  return {
    ...{ id: dryRun ? null : id, number, dryRun, governmentWon: place.governmentWon.toString(), privateWon: place.privateWon.toString(), bound: place.bound },
    verdicts: verdicts.map(shownVerdict),
    years: years.map(({ fiscalYear, neededWon, availableWon }) => ({ fiscalYear, neededWon: neededWon.toString(), availableWon: availableWon?.toString() ?? null })),
    entries: entries.map(shownEntry),
  };
}

export function viewProjectSummary(project: Project): ProjectSummaryDto {
  const { agreementId, callId, number, title, companyId, company, performerId, performer, state, position, committedOn, matchBasisPoints, bound } = project;
  return {
    ...{ agreementId, callId, number, title, companyId, company, performerId, performer, state, position, committedOn, matchBasisPoints, bound },
    ...{ privateWon: project.privateWon.toString(), governmentWon: project.governmentWon.toString(), provenWon: project.provenWon.toString(), allowedWon: project.allowedWon.toString() },
    ...{ roomWon: project.roomWon.toString(), releasedWon: project.releasedWon.toString(), overReleasedWon: project.overReleasedWon.toString(), paidWon: project.paidWon.toString() },
  };
}

/** A project with its course and what would come back of it. */
export function viewProject(project: Project, course: readonly ProjectPoint[], settlements: Awaited<ReturnType<typeof settlementsOfProject>>): ProjectDto {
  const { applicationId, periodFrom, periodTo, researcher, chosenBecause, relation, relationNote, zoneName, zoneMode, zoneParty, zoneStated, governmentAtMost, ipTerms, royaltyTerms } = project;
  return {
    ...viewProjectSummary(project),
    ...{ applicationId, periodFrom, periodTo, researcher, chosenBecause, relation, relationNote, zoneMode, zoneParty, zoneStated, governmentAtMost, ipTerms, royaltyTerms },
    ...{ zoneName: zoneName === null ? null : { ...zoneName }, capWon: project.capWon.toString(), budgetLeftWon: project.budgetLeftWon.toString(), statedGovernmentWon: project.statedGovernmentWon?.toString() ?? null },
    course: course.map(({ on, privateWon, allowedWon, releasedWon }) => ({ on, privateWon: privateWon.toString(), allowedWon: allowedWon.toString(), releasedWon: releasedWon.toString() })),
    clawback: shownClawback(clawbackOf(project, settlements)),
  };
}

/** What would have to come back as things stand: with all that its settlements found. */
function clawbackOf(project: Project, settlements: Awaited<ReturnType<typeof settlementsOfProject>>): MatchClawback {
  const of = (key: 'unspentWon' | 'disallowedWon' | 'interestWon') => sumWon(settlements.map((each) => won(each[key])));
  const settlement = settlements.length === 0 ? null : { unspentWon: of('unspentWon'), disallowedWon: of('disallowedWon'), interestWon: of('interestWon') };
  return matchClawback(project, project.overReleasedWon, settlement);
}

const shownClawback = ({ overReleasedWon, disallowedWon, unspentWon, interestWon, totalWon, noticeWon }: MatchClawback): ProjectDto['clawback'] => ({
  ...{ overReleasedWon: overReleasedWon.toString(), disallowedWon: disallowedWon.toString(), unspentWon: unspentWon.toString() },
  ...{ interestWon: interestWon.toString(), totalWon: totalWon.toString(), noticeWon: noticeWon.toString() },
});
