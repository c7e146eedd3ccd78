import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import type { Deposit, DepositFlag } from './matching-cash.requests.js';

/** Whether a deposit is proven, and then whether it counts. */
export function DepositStanding({ deposit: { state, counts } }: { readonly deposit: Deposit }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  if (state === 'PROVEN') return <Tag tone={counts ? 'success' : 'danger'}>{`${term('matchingDepositState', state)} · ${counts ? t('matchingCash.counts') : t('matchingCash.countsNot')}`}</Tag>;
  return <Tag tone={state === 'UNPROVEN' ? 'warning' : 'neutral'}>{term('matchingDepositState', state)}</Tag>;
}

/** What stands against a deposit, and what compliance said of it. */
export function DepositFlagNote({ flag, onDecide }: { readonly flag: DepositFlag; readonly onDecide: (() => void) | null }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { kind, detail, counts, decidedFor } = flag;
  const isDecidable = counts === null && (kind === 'THIRD_PARTY' || kind === 'ROUND_TRIP');
  const said = counts === null ? detail : `${counts ? t('matchingCash.accept') : t('matchingCash.refuse')}: ${decidedFor ?? ''}`;
  return (
    <div>
      <Tag tone={counts === true ? 'neutral' : 'warning'}>{term('depositFlag', kind)}</Tag> {said}{' '}
      {isDecidable && onDecide !== null && (
        <Button small onPress={onDecide}>
          {t('matchingCash.decideFlag')}
        </Button>
      )}
    </div>
  );
}
