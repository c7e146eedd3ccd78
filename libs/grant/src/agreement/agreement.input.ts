import { localDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { cleanText, parseBusinessNumber } from '#libs/identifier';
import type { PartyDraft } from '#libs/party';
import type { InstitutionType } from '../share/share.js';
import type { ConcludeGrantAgreementDto, OrganisationInput } from './agreement.dto.js';
import type { ConcludeAgreement } from './agreement.service.js';
import { contributionsOf } from './plan/plan.js';
import { toLines, toSources, toStages } from './plan/plan.input.js';

/** The typed form as a command; refuses a wrong business number at its field. */
export function toConclusion(callId: string, body: ConcludeGrantAgreementDto): ConcludeAgreement {
  const { periodFrom, periodTo } = body;
  const plan = { sources: toSources(body.sources), lines: toLines(body.lines) };
  return {
    ...{ callId, applicationId: body.applicationId ?? null, leadId: body.leadId ?? null, role: (body.role ?? 'LEAD') as ConcludeAgreement['role'] },
    ...{ organisation: toOrganisation(body.organisation), institution: body.institution as InstitutionType },
    ...{ projectNumber: textOf(body.projectNumber), umbrellaNumber: textOf(body.umbrellaNumber), subProgramme: textOf(body.subProgramme) },
    agreedOn: localDate(body.agreedOn),
    terms: {
      ...{ periodFrom: localDate(periodFrom), periodTo: localDate(periodTo), stages: toStages(body.stages ?? [{ beginsOn: periodFrom, endsOn: periodTo }]) },
      detail: { title: cleanText(body.title), investigator: textOf(body.investigator), investigatorNumber: textOf(body.investigatorNumber), methods: null, researchers: null },
    },
    plan,
    documentId: body.documentId ?? null,
    amountWon: contributionsOf(plan.sources).governmentWon,
  };
}

function toOrganisation({ name, businessNumber, institution }: OrganisationInput): PartyDraft {
  const number = parseBusinessNumber(businessNumber);
  if (!number.ok) throw invalidField('/organisation/businessNumber', number.code, number.text);
  return { kind: institution === true ? 'INSTITUTION' : 'COMPANY', name: cleanText(name), businessNumber: number.value, corporateNumber: null, incorporatedOn: null };
}

const textOf = (text: string | undefined): string | null => (text === undefined ? null : cleanText(text));
