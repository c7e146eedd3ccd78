import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { downloadLetters } from './roster.requests.js';
import styles from './roster.module.css';

interface Props {
  readonly yearId: string;
  readonly count: number;
  /** Only these; absent: all that were issued in the year. */
  readonly voucherIds?: readonly string[];
}

/** The letters to the companies, merged for the printer or one by one for the mail. */
export function LettersCard({ yearId, count, voucherIds }: Props): ReactElement {
  const { t } = useTranslation();
  const letters = useWrite({ mutationFn: (format: 'PDF' | 'ZIP') => downloadLetters(yearId, format, voucherIds) });
  const pending = (format: 'PDF' | 'ZIP'): boolean => letters.isPending && letters.variables === format;
  return (
    <Card title={t(voucherIds === undefined ? 'roster.lettersAll' : 'roster.letters')} note={t('roster.lettersNote', { count })}>
      <div className={styles['actions']}>
        <Button tone="secondary" icon="file" pending={pending('PDF')} onPress={() => letters.mutate('PDF')}>
          {t('roster.lettersPdf')}
        </Button>
        <Button icon="download" pending={pending('ZIP')} onPress={() => letters.mutate('ZIP')}>
          {t('roster.lettersZip')}
        </Button>
      </div>
      <ProblemCallout error={letters.error} />
    </Card>
  );
}
