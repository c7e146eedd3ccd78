import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FundSummary } from '../../api/types.js';
import { IconButton } from '../../design/button.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useDimensions } from '../obligation/obligation.requests.js';
import { ASKED, type DealForm } from './simulator-form.js';
import styles from './simulator.module.css';

interface Props {
  readonly number: number;
  readonly funds: readonly FundSummary[];
  readonly deal: DealForm;
  readonly onChange: (deal: DealForm) => void;
  readonly onRemove: (() => void) | null;
}

/** One deal that is thought of: where, how much, and what it is. */
export function DealRow({ number, funds, deal, onChange, onRemove }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const dimensions = useDimensions().data ?? [];
  const routes = dimensions.find(({ code }) => code === 'route')?.values ?? [];
  const tell = (code: string, value: string): void => onChange({ ...deal, traits: { ...deal.traits, [code]: value } });
  return (
    <fieldset className={styles['row']}>
      <legend>{number}</legend>
      <SelectField label={t('simulation.fund')} value={deal.fundId} onChange={(fundId) => onChange({ ...deal, fundId })} emptyLabel="–" choices={funds.map(({ id, number: code, name }) => ({ value: id, label: `${code} ${name}` }))} />
      <WonField label={t('simulation.amount')} value={deal.amount} onChange={(amount) => onChange({ ...deal, amount })} />
      <SelectField label={t('simulation.route')} value={deal.route} onChange={(route) => onChange({ ...deal, route })} emptyLabel={t('simulation.noRoute')} choices={routes.map(({ code, name }) => ({ value: code, label: say(name) }))} hint={deal.route === '' ? undefined : t('simulation.routeHint')} />
      {ASKED.map((code) => {
        const dimension = dimensions.find((each) => each.code === code);
        if (dimension === undefined) return null;
        const value = deal.traits[code] ?? '';
        return dimension.values === null ? (
          <TextField key={code} label={say(dimension.name)} value={value} onChange={(next) => tell(code, next)} />
        ) : (
          <SelectField key={code} label={say(dimension.name)} value={value} onChange={(next) => tell(code, next)} emptyLabel={t('simulation.unspecified')} choices={dimension.values.map((each) => ({ value: each.code, label: say(each.name) }))} />
        );
      })}
      {onRemove !== null && <IconButton icon="close" label={t('simulation.remove')} small onPress={onRemove} />}
    </fieldset>
  );
}
