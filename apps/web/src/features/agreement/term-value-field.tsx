import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../design/date-field.js';
import type { BoundField } from '../../design/form/form-field.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import type { DecidableTerm } from './agreement.requests.js';
import { TERM_EXAMPLES } from './decide-term.js';
import { useTermValue } from './term-value.js';

const FEW = 2;

/** The field that fits the kind of the term. */
export function TermValueField({ term, field, label }: { readonly term: DecidableTerm; readonly field: BoundField; readonly label: string }): ReactElement {
  const { t } = useTranslation();
  const valueOf = useTermValue();
  const values = term.kind === 'FLAG' ? ['true', 'false'] : term.choices;
  const choices = values.map((value) => ({ value, label: valueOf(term.key, value) }));
  switch (term.kind) {
    case 'AMOUNT':
      return <WonField {...field} label={label} placeholder={TERM_EXAMPLES.AMOUNT} />;
    case 'DATE':
      return <DateField {...field} label={label} />;
    case 'FLAG':
    case 'CHOICE':
      return choices.length > FEW ? <SelectField {...field} label={label} choices={choices} emptyLabel={t('investment.choose')} /> : <ChoiceField {...field} label={label} choices={choices} />;
    default:
      return <TextField {...field} label={label} alignRight {...(term.kind === 'BASIS_POINTS' ? { unit: '%' } : {})} />;
  }
}
