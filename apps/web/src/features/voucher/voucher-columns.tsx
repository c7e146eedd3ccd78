import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../design/table/column.js';
import { Tag } from '../../design/tag.js';
import { formatBusinessNumber } from '../../format/business-number.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { StateTag } from './state-tag.js';
import { UsageBar } from './usage-bar.js';
import type { Voucher } from './voucher.requests.js';
import styles from './voucher.module.css';

/** So many days before the end it is time to ask the company. */
const SOON_DAYS = 30;

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

export function useVoucherColumns(yearId: string, selection: Selection): readonly Column<Voucher>[] {
  const { t } = useTranslation();
  const say = useBilingual();
  return useMemo(
    () => [
      {
        id: 'select',
        header: t('voucher.select'),
        kind: 'text',
        value: () => null,
        cell: ({ id, number }) => <input type="checkbox" className={styles['check']} checked={selection.ids.has(id)} onChange={() => selection.toggle(id)} aria-label={t('voucher.selectOne', { number })} />,
      },
      {
        id: 'number',
        header: t('voucher.number'),
        kind: 'text',
        value: ({ number }) => number,
        cell: ({ id, number }) => (
          <Link to={`/vouchers/${yearId}/vouchers/${id}`} tabIndex={-1}>
            {number}
          </Link>
        ),
      },
      { id: 'company', header: t('voucher.company'), kind: 'text', text: 'wrap', value: ({ company }) => company },
      { id: 'state', header: t('voucher.state'), kind: 'text', value: ({ stateName }) => say(stateName), cell: (voucher) => <StateTag voucher={voucher} /> },
      { id: 'next', header: t('voucher.next'), kind: 'text', value: ({ nextStep, nextStepName }) => (nextStep === 'NONE' ? null : say(nextStepName)) },
      { id: 'given', header: t('voucher.given'), kind: 'won', value: ({ givenWon }) => BigInt(givenWon), total: true },
      { id: 'use', header: t('voucher.use'), kind: 'text', value: () => null, cell: (voucher) => <UsageBar figures={voucher} /> },
      { id: 'captured', header: t('voucher.captured'), kind: 'won', value: ({ capturedWon }) => BigInt(capturedWon), total: true },
      { id: 'held', header: t('voucher.held'), kind: 'won', value: ({ heldWon }) => BigInt(heldWon), total: true },
      { id: 'available', header: t('voucher.available'), kind: 'won', value: ({ availableWon }) => BigInt(availableWon), total: true },
      { id: 'gone', header: t('voucher.gone'), kind: 'won', value: ({ expiredWon, revokedWon }) => BigInt(expiredWon) + BigInt(revokedWon), total: true },
      { id: 'validTo', header: t('voucher.validTo'), kind: 'date', value: ({ validTo }) => validTo, cell: (voucher) => <LastDay voucher={voucher} /> },
      { id: 'businessNumber', header: t('voucher.businessNumber'), kind: 'text', value: ({ businessNumber }) => (businessNumber === null ? null : formatBusinessNumber(businessNumber)) },
      { id: 'own', header: t('voucher.own'), kind: 'won', value: ({ ownLeftWon }) => BigInt(ownLeftWon), total: true },
    ],
    [t, say, yearId, selection],
  );
}

/** The last day, and how many are left of those that are still open. */
export function LastDay({ voucher: { validTo, daysLeft } }: { readonly voucher: Pick<Voucher, 'validTo' | 'daysLeft'> }): ReactElement {
  const { t } = useTranslation();
  const days = daysLeft === null ? null : daysLeft < 0 ? t('voucher.daysOver', { count: -daysLeft }) : daysLeft === 0 ? t('voucher.today') : t('voucher.daysLeft', { count: daysLeft });
  return (
    <>
      {validTo} {daysLeft !== null && (daysLeft > SOON_DAYS ? <span className={styles['note']}>{days}</span> : <Tag tone={daysLeft < 0 ? 'danger' : 'warning'}>{days}</Tag>)}
    </>
  );
}
