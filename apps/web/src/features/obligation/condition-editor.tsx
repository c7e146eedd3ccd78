import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../design/button.js';
import { ChecksField } from '../../design/checks-field.js';
import { SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { useBilingual } from '../../i18n/bilingual.js';
import type { ConditionForm, GroupForm } from './mandate-form.js';
import styles from './obligation.module.css';
import type { Dimension } from './obligation.requests.js';

interface Props {
  readonly dimensions: readonly Dimension[];
  readonly groups: readonly GroupForm[];
  readonly onChange: (groups: readonly GroupForm[]) => void;
}

const FIRST: ConditionForm = { dimension: 'purpose', values: 'PUBLIC_TECHNOLOGY', negated: false };

/** Which deals count, put together from what is known of deals: groups of conditions, one of which has to hold. */
export function ConditionEditor({ dimensions, groups, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const replace = (index: number, group: GroupForm): void => onChange(group.length === 0 ? groups.filter((_, each) => each !== index) : groups.map((each, place) => (place === index ? group : each)));
  return (
    <>
      <p className={styles['subtle']}>{t('mandate.whoHint')}</p>
      {groups.map((group, index) => (
        <fieldset key={index} className={styles['group']}>
          <legend className={styles['subtle']}>{index === 0 ? t('mandate.group', { number: 1 }) : t('mandate.orGroup')}</legend>
          {group.map((condition, place) => (
            <ConditionRow key={place} dimensions={dimensions} condition={condition} onChange={(next) => replace(index, next === null ? group.filter((_, each) => each !== place) : group.map((each, at) => (at === place ? next : each)))} />
          ))}
          <div className={styles['side']}>
            <Button small icon="plus" onPress={() => replace(index, [...group, { ...FIRST, dimension: 'shares', values: 'NEW' }])}>
              {t('mandate.addCondition')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className={styles['side']}>
        <Button small icon="plus" onPress={() => onChange([...groups, [FIRST]])}>
          {t('mandate.addGroup')}
        </Button>
      </div>
    </>
  );
}

interface RowProps {
  readonly dimensions: readonly Dimension[];
  readonly condition: ConditionForm;
  /** Null takes the condition away. */
  readonly onChange: (condition: ConditionForm | null) => void;
}

function ConditionRow({ dimensions, condition, onChange }: RowProps): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const dimension = dimensions.find(({ code }) => code === condition.dimension);
  const chosen = condition.values.split(',').map((each) => each.trim()).filter((each) => each !== '');
  const firstOf = (code: string): string => dimensions.find((each) => each.code === code)?.values?.[0]?.code ?? '';
  return (
    <div className={styles['condition']}>
      <SelectField label={t('mandate.dimension')} value={condition.dimension} onChange={(code) => onChange({ ...condition, dimension: code, values: firstOf(code) })} choices={dimensions.map(({ code, name }) => ({ value: code, label: say(name) }))} />
      <SelectField label={t('mandate.negated')} value={condition.negated ? 'NONE' : 'ANY'} onChange={(value) => onChange({ ...condition, negated: value === 'NONE' })} choices={[{ value: 'ANY', label: t('mandate.isAny') }, { value: 'NONE', label: t('mandate.isNone') }]} />
      {dimension?.values === null || dimension === undefined ? (
        <TextField label={t('mandate.values')} value={condition.values} onChange={(values) => onChange({ ...condition, values })} hint={t('mandate.valuesHint')} />
      ) : (
        <ChecksField label={t('mandate.values')} value={chosen} onChange={(values) => onChange({ ...condition, values: values.join(', ') })} choices={dimension.values.map(({ code, name }) => ({ value: code, label: say(name) }))} />
      )}
      <IconButton icon="close" label={t('mandate.removeCondition')} small onPress={() => onChange(null)} />
    </div>
  );
}
