import { useTranslation } from 'react-i18next';
import type { Fault } from '../../design/form/faults.js';
import { parseDateInput } from '../../format/date.js';
import { orUnwritten } from '../fund/use-fund-deed.js';
import type { AmendAgreement, DecidableTerm } from './agreement.requests.js';
import { readTermValue, TERM_EXAMPLES, termOf } from './decide-term.js';

export interface AmendForm {
  title: string;
  decidedOn: string;
  effectiveFrom: string;
  summary: string;
  documentId: string;
  terms: { key: string; value: string; clause: string }[];
}

type TermInput = AmendAgreement['terms'][number];

/** The amendment as typed: what is sent, what is missing, and what can be previewed of it: the terms that have a value. */
export function useAmendReader(decidable: readonly DecidableTerm[]): (form: AmendForm) => { body: AmendAgreement; found: Fault[]; preview: AmendAgreement | null } {
  const { t } = useTranslation();
  return (form) => {
    const found: Fault[] = [];
    const [decidedOn, effectiveFrom] = [parseDateInput(form.decidedOn), parseDateInput(form.effectiveFrom)];
    if (form.title.trim() === '') found.push({ pointer: '/title', text: t('terms.missing') });
    if (form.summary.trim() === '') found.push({ pointer: '/summary', text: t('terms.missing') });
    if (decidedOn === null) found.push({ pointer: '/decidedOn', text: t('time.invalid') });
    if (effectiveFrom === null) found.push({ pointer: '/effectiveFrom', text: t('time.invalid') });
    const read = form.terms.map(({ key, value }) => readTermValue(termOf(decidable, key), value));
    form.terms.forEach(({ key, clause }, index) => {
      const { kind } = termOf(decidable, key);
      const text = kind === 'CHOICE' || kind === 'FLAG' ? t('terms.missing') : t('terms.wrongValue', { example: TERM_EXAMPLES[kind] });
      if (read[index] === null) found.push({ pointer: `/terms/${index}/value`, text });
      if (clause.trim() === '') found.push({ pointer: `/terms/${index}/clause`, text: t('terms.missing') });
    });
    const rest = {
      decidedOn: decidedOn ?? '',
      effectiveFrom: effectiveFrom ?? '',
      ...(form.documentId === '' ? {} : { documentId: form.documentId }),
    };
    const terms = form.terms.map((term, index) => ({ key: term.key, value: read[index] ?? '', clause: term.clause.trim() }) as TermInput);
    const body = { ...rest, title: form.title.trim(), summary: form.summary.trim(), terms };
    const settled = terms.filter(({ value }) => value !== '').map((term) => ({ ...term, clause: orUnwritten(term.clause) }));
    const previewed = { ...rest, title: orUnwritten(form.title), summary: orUnwritten(form.summary), terms: settled };
    return { body, found, preview: settled.length > 0 && decidedOn !== null && effectiveFrom !== null ? previewed : null };
  };
}
