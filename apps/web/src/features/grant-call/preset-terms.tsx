import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useDottedNames } from '../../i18n/dotted-names.js';
import { useTerm } from '../../i18n/term.js';
import styles from './grant-call.module.css';
import type { GrantCallPreset } from './grant-call.queries.js';

type Term = Pick<GrantCallPreset['terms'][number], 'key' | 'value' | 'clause' | 'source'>;

/** What comes with a preset beyond the fields: each value with the sentence it rests on, and what the source leaves open. */
export function PresetTerms({ open, terms }: { readonly open: GrantCallPreset['open']; readonly terms: readonly Term[] }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const nameOf = useDottedNames('grantTerms.keys');
  return (
    <div className={styles['aside']}>
      {open !== null && (
        <Callout tone="warning" title={t('grantCall.sourceOpen')}>
          <p>{say(open)}</p>
        </Callout>
      )}
      <dl className={styles['terms']}>
        {terms.map(({ key, value, clause, source }) => (
          <div key={key}>
            <dt>{nameOf(key)}</dt>
            <dd>
              <strong>{key.endsWith('-won') ? `${formatWon(value)}${t('common.won')}` : value}</strong> <span className={styles['note']}>{`${clause} · ${term('source', source)}`}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
