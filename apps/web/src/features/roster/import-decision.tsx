import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import type { Correction } from './roster.requests.js';
import styles from './roster.module.css';

interface Props {
  readonly result: { readonly rejected: number; readonly unchanged: number };
  readonly corrections: readonly Correction[];
  readonly headline: string;
  /** Where it goes and what is new; what is left out follows by itself. */
  readonly parts: readonly string[];
  /** What recording it is called; null: nothing is new. */
  readonly action: string | null;
  readonly pending: boolean;
  readonly onImport: () => void;
  readonly onAgain: () => void;
}

/** What a file would record in one sentence, and the choice to record it or to take another file. */
export function ImportDecision({ result, corrections, headline, parts, action, pending, onImport, onAgain }: Props): ReactElement {
  const { t } = useTranslation();
  const said = [
    ...parts,
    ...(result.rejected > 0 ? [t('roster.rejectedCount', { count: result.rejected })] : []),
    ...(result.unchanged > 0 ? [t('roster.unchangedCount', { count: result.unchanged })] : []),
    ...(corrections.length > 0 ? [t('roster.correctedCount', { count: corrections.length })] : []),
  ];
  return (
    <div className={styles['decision']}>
      <div>
        <p className={styles['headline']}>{headline}</p>
        <p className={styles['sub']}>{said.join(' · ')}</p>
      </div>
      <div className={styles['actions']}>
        <Button tone="quiet" onPress={onAgain}>
          {t('roster.again')}
        </Button>
        {action !== null && (
          <Button tone="primary" pending={pending} onPress={onImport}>
            {action}
          </Button>
        )}
      </div>
    </div>
  );
}
