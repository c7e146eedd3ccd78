import { localDate, type LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import type { InstitutionType } from '#libs/grant';
import { cleanText, parseBusinessNumber, parseResearcherNumber } from '#libs/identifier';
import { won } from '#libs/money';
import type { PlanPartyInput, PlanProjectDto } from './plan.dto.js';
import type { PlanParty, PlanProject } from './plan.service.js';
import type { Relation } from './plan.js';

/** The typed form as a command; refuses wrong numbers at their fields. */
export function toPlan(callId: string, body: PlanProjectDto, today: LocalDate): PlanProject {
  const { company, performer } = body;
  return {
    ...{ callId, receivedOn: body.receivedOn === undefined ? today : localDate(body.receivedOn), title: cleanText(body.title), technology: textOf(body.technology) },
    ...{ periodFrom: localDate(body.periodFrom), periodTo: localDate(body.periodTo), company: toParty(company, '/company'), performer: toParty(performer, '/performer') },
    ...{ researcher: cleanText(body.researcher), researcherNumber: toResearcherNumber(body.researcherNumber), chosenBecause: body.chosenBecause.trim() },
    ...{ relation: body.relation as Relation, relationNote: textOf(body.relationNote), privateWon: won(body.privateWon), matchBasisPoints: body.matchBasisPoints ?? null },
    ...{ companyZone: textOf(company.zone), companyPlace: textOf(company.place), performerZone: textOf(performer.zone), performerPlace: textOf(performer.place) },
    ...{ ipTerms: body.ipTerms.trim(), royaltyTerms: body.royaltyTerms.trim() },
  };
}

function toParty({ name, businessNumber, institution, zone, place }: PlanPartyInput, pointer: string): PlanParty {
  const number = parseBusinessNumber(businessNumber);
  if (!number.ok) throw invalidField(`${pointer}/businessNumber`, number.code, number.text);
  if (zone !== undefined && place === undefined) throw invalidField(`${pointer}/place`, 'matching-project.place-missing', { ko: '특구에 있다면 그 소재지를 적어 주세요.', en: 'Give the address in the zone.' });
  return {
    organisation: { kind: institution === 'NON_PROFIT' ? 'INSTITUTION' : 'COMPANY', name: cleanText(name), businessNumber: number.value, corporateNumber: null, incorporatedOn: null },
    institution: institution as InstitutionType,
  };
}

function toResearcherNumber(text: string | undefined): string | null {
  if (text === undefined) return null;
  const parsed = parseResearcherNumber(text);
  if (parsed.ok) return parsed.value;
  throw invalidField('/researcherNumber', parsed.code, parsed.text);
}

const textOf = (text: string | undefined): string | null => (text === undefined ? null : cleanText(text));
