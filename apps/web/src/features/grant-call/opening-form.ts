import type { TFunction } from 'i18next';
import type { components } from '../../api/schema.js';
import type { Fault } from '../../design/form/faults.js';
import { todayInSeoul } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import type { GrantCallPreset } from './grant-call.queries.js';

export type OpenCall = components['schemas']['OpenGrantCallDto'];

export interface OpeningForm {
  kind: string;
  regime: string;
  fiscalYear: string;
  name: string;
  agency: string;
  recipientRole: string;
  amountBasis: string;
  feasibility: string;
  proposal: { amountWon: string; clause: string };
}

export const BLANK: OpeningForm = {
  ...{ kind: 'PROTOTYPE', regime: 'RND', fiscalYear: todayInSeoul().slice(0, 4), name: '', agency: '' },
  ...{ recipientRole: '', amountBasis: 'TOTAL', feasibility: 'NOT_NEEDED', proposal: { amountWon: '', clause: '' } },
};

/** The form as a programme of the plan fills it. */
export function filledWith({ kind, regime, fiscalYear, agency, recipientRole, amountBasis, feasibility, proposal }: GrantCallPreset): OpeningForm {
  return {
    ...{ kind, regime, fiscalYear: String(fiscalYear), name: '', agency, recipientRole: recipientRole ?? '', amountBasis, feasibility },
    proposal: { amountWon: proposal?.amountWon ?? '', clause: proposal?.clause ?? '' },
  };
}

/** What is sent, and what stands in its way. The terms of a preset go along while its kind is the one chosen. */
export function readOpening(form: OpeningForm, preset: GrantCallPreset | null, t: TFunction): { body: OpenCall; found: Fault[] } {
  const found: Fault[] = [];
  const amount = form.proposal.amountWon.trim() === '' ? null : parseWonInput(form.proposal.amountWon);
  if (!/^\d{4}$/.test(form.fiscalYear.trim())) found.push({ pointer: '/fiscalYear', text: t('voucherYear.missingYear') });
  if (form.agency.trim() === '') found.push({ pointer: '/agency', text: t('grantCall.missingAgency') });
  if (amount !== null && !amount.ok) found.push({ pointer: '/proposal/amountWon', text: t('common.wonNotRead') });
  if (amount !== null && form.proposal.clause.trim() === '') found.push({ pointer: '/proposal/clause', text: t('terms.missing') });
  const terms = preset?.kind === form.kind ? preset.terms : [];
  return {
    found,
    body: {
      ...{ kind: form.kind, regime: form.regime, fiscalYear: Number(form.fiscalYear), agency: form.agency.trim(), amountBasis: form.amountBasis, feasibility: form.feasibility },
      ...(form.recipientRole === '' ? {} : { recipientRole: form.recipientRole }),
      ...(form.name.trim() === '' ? {} : { name: form.name.trim() }),
      ...(amount?.ok === true ? { proposal: { amountWon: amount.amount.toString(), clause: form.proposal.clause.trim() } } : {}),
      ...(terms.length === 0 ? {} : { terms }),
    } as OpenCall,
  };
}
