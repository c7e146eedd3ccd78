import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import type { Selection } from './voucher-columns.js';
import { downloadLetters } from './voucher.requests.js';
import styles from './voucher.module.css';

interface Props {
  readonly yearId: string;
  readonly selection: Selection & { readonly clear: () => void };
  readonly onExpire: (() => void) | undefined;
}

/** What can be done with the ticked vouchers at once. */
export function SelectionBar({ yearId, selection, onExpire }: Props): ReactElement | null {
  const { t } = useTranslation();
  const letters = useWrite({ mutationFn: () => downloadLetters(yearId, [...selection.ids]) });
  const { size } = selection.ids;
  if (size === 0) return null;
  return (
    <div className={styles['selection']} role="region" aria-label={t('voucher.selected', { count: size })}>
      <strong>{t('voucher.selected', { count: size })}</strong>
      <Button small icon="file" pending={letters.isPending} onPress={() => letters.mutate(undefined)}>
        {t('voucher.letters')}
      </Button>
      {onExpire !== undefined && (
        <Button small icon="clock" onPress={onExpire}>
          {t('voucher.expireSelected')}
        </Button>
      )}
      <Button small tone="quiet" onPress={selection.clear}>
        {t('common.cancel')}
      </Button>
      <ProblemCallout error={letters.error} />
    </div>
  );
}
