import { localDate, type LocalDate } from '#libs/calendar';
import { DomainError, type FieldFault } from '#libs/errors';
import { cleanText, parseBusinessNumber, parseResearcherNumber, type Parsed } from '#libs/identifier';
import { won } from '#libs/money';
import type { InstitutionType } from '../share/share.js';
import type { AnswerGrantApplicationDto, ApplicantInputDto, GrantApplicationForm } from './application.dto.js';
import type { ApplicantInput, ReceivedForm } from './application.service.js';
import type { ApplicantRole } from './application.js';
import type { Answer, AnswerKind } from './check/check.js';

/** Typed forms as they are received; refuses all wrong numbers at once, each at its field below `pointerAt`. */
export function toForms(forms: readonly GrantApplicationForm[], pointerAt: (index: number) => string, today: LocalDate): ReceivedForm[] {
  const faults: FieldFault[] = [];
  const read = forms.map((form, index) => toForm(form, pointerAt(index), today, faults));
  refuse(faults);
  return read;
}

/** One typed form. */
export function toReceipt(form: GrantApplicationForm, today: LocalDate): ReceivedForm {
  const faults: FieldFault[] = [];
  const read = toForm(form, '', today, faults);
  refuse(faults);
  return read;
}

function toForm(form: GrantApplicationForm, pointer: string, today: LocalDate, faults: FieldFault[]): ReceivedForm {
  return {
    number: textOf(form.number),
    facts: {
      receivedOn: form.receivedOn === undefined ? today : localDate(form.receivedOn),
      ...{ title: cleanText(form.title), technology: textOf(form.technology), subProgramme: textOf(form.subProgramme), broker: textOf(form.broker) },
      ...{ periodFrom: localDate(form.periodFrom), periodTo: localDate(form.periodTo), note: form.note ?? null },
    },
    applicants: form.applicants.map((each, index) => toApplicant(each, `${pointer}/applicants/${index}`, faults)),
  };
}

function toApplicant(each: ApplicantInputDto, pointer: string, faults: FieldFault[]): ApplicantInput {
  const take = <T>(at: string, parsed: Parsed<T>): T | null => {
    if (parsed.ok) return parsed.value;
    faults.push({ pointer: `${pointer}/${at}`, code: parsed.code, text: parsed.text });
    return null;
  };
  const amount = (text: string | undefined) => won(text ?? '0');
  return {
    role: (each.role ?? 'LEAD') as ApplicantRole,
    organisation: {
      ...{ kind: each.institution === 'NON_PROFIT' ? 'INSTITUTION' : 'COMPANY', name: cleanText(each.organisation.name), corporateNumber: null, incorporatedOn: null },
      businessNumber: take('organisation/businessNumber', parseBusinessNumber(each.organisation.businessNumber)),
    },
    institution: each.institution as InstitutionType,
    investigator: textOf(each.investigator),
    investigatorNumber: each.investigatorNumber === undefined ? null : take('investigatorNumber', parseResearcherNumber(each.investigatorNumber)),
    ...{ governmentWon: amount(each.governmentWon), ownCashWon: amount(each.ownCashWon), ownInKindWon: amount(each.ownInKindWon), localWon: amount(each.localWon), otherWon: amount(each.otherWon) },
  };
}

/** Answers as they are typed; one about projects elsewhere has to count them. */
export function toAnswers({ answers }: AnswerGrantApplicationDto, today: LocalDate): Answer[] {
  const text = { ko: '다른 기관에서 수행 중인 과제 수와 그중 책임 과제 수를 적어 주세요(책임은 전체를 넘을 수 없습니다).', en: 'Give the running projects elsewhere, and of them those led (no more than all).' };
  refuse(
    answers.flatMap(({ kind, projects, projectsLed }, index) =>
      kind === 'PARTICIPATION' && (projects === undefined || projectsLed === undefined || projectsLed > projects) ? [{ pointer: `/answers/${index}/projects`, code: 'grant-application.projects-uncounted', text }] : [],
    ),
  );
  return answers.map(({ partyId, kind, result, projects, projectsLed, source, askedOn, note }) => ({
    ...{ partyId, kind: kind as AnswerKind, result: result === 'FOUND' ? ('FOUND' as const) : ('CLEAR' as const), source: cleanText(source), note: textOf(note) },
    projects: kind === 'PARTICIPATION' ? (projects ?? 0) : null,
    projectsLed: kind === 'PARTICIPATION' ? (projectsLed ?? 0) : null,
    askedOn: askedOn === undefined ? today : localDate(askedOn),
  }));
}

function refuse(faults: readonly FieldFault[]): void {
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
}

const textOf = (text: string | undefined): string | null => (text === undefined ? null : cleanText(text));
