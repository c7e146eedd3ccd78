import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import type { Tranche } from './grant-tranche.requests.js';

const TONES: Readonly<Record<string, 'success' | 'warning' | 'information' | 'neutral'>> = { PLANNED: 'neutral', REQUESTED: 'warning', DECIDED: 'information', VOIDED: 'neutral' };

/** Where a tranche stands; of a decided one, where its payment does. */
export function TrancheState({ tranche }: { readonly tranche: Tranche }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { state, payment, paidOn, runNumber } = tranche;
  if (payment === 'PAID') return <Tag tone="success">{t('grantTranche.paidOn', { date: paidOn ?? '' })}</Tag>;
  return (
    <>
      <Tag tone={TONES[state] ?? 'neutral'}>{term('trancheState', state)}</Tag>
      {payment === 'IN_RUN' && ` ${runNumber ?? ''}`}
    </>
  );
}
