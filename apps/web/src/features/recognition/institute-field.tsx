import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, dataOf } from '../../api/client.js';
import { useDebounced } from '../../design/use-debounced.js';
import { TextField } from '../../design/text-field.js';
import styles from './recognition.module.css';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const PAUSE_MS = 250;
const FEW = 5;

/** A public institute by its name; what is typed is looked for on the list, so that a slip is seen at once. */
export function InstituteField({ label, name, value, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const text = useDebounced(value.trim(), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ['public-institutes', text],
    queryFn: () => dataOf(api.GET('/api/public-institutes', { params: { query: { text } } })),
    enabled: text.length > 1,
  });
  const others = (data ?? []).filter((institute) => institute.name !== value.trim()).slice(0, FEW);
  const known = data?.some((institute) => institute.name === value.trim()) === true;
  return (
    <div>
      <TextField label={label} name={name} value={value} onChange={onChange} maxLength={200} {...(text.length > 1 && data !== undefined && !known && others.length === 0 ? { hint: t('recognition.notOnList') } : {})} />
      {known && <p className={styles['note']}>{t('recognition.onList')}</p>}
      {!known && others.length > 0 && (
        <p className={styles['note']}>
          {t('recognition.meant')}{' '}
          {others.map((institute) => (
            <button key={institute.id} type="button" className={styles['suggestion']} onClick={() => onChange(institute.name)}>
              {institute.name}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
