import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import type { Column } from '../../design/table/column.js';
import { Tag } from '../../design/tag.js';
import { useBilingual } from '../../i18n/bilingual.js';
import type { BankAccount } from './bank-account.requests.js';

interface Deeds {
  readonly onUnmask: ((account: BankAccount) => void) | null;
  readonly onAddress: ((account: BankAccount) => void) | null;
  readonly onClose: ((account: BankAccount) => void) | null;
}

export function useAccountColumns({ onUnmask, onAddress, onClose }: Deeds): readonly Column<BankAccount>[] {
  const { t } = useTranslation();
  const facts = useAccountFacts();
  return useMemo(
    () => [
      ...facts,
      {
        id: 'action',
        header: '',
        kind: 'text',
        value: () => null,
        cell: (account) => (
          <span style={{ display: 'inline-flex', gap: 'var(--krds-gap-2)' }}>
            {onUnmask !== null && (
              <Button small onPress={() => onUnmask(account)}>
                {t('bankAccounts.unmask')}
              </Button>
            )}
            {onAddress !== null && (
              <Button small onPress={() => onAddress(account)}>
                {t('partyAddress.title')}
              </Button>
            )}
            {onClose !== null && account.closedOn === null && (
              <Button small tone="danger" onPress={() => onClose(account)}>
                {t('bankAccounts.close')}
              </Button>
            )}
          </span>
        ),
      },
    ],
    [t, facts, onUnmask, onAddress, onClose],
  );
}

/** What a covered account says of itself. */
export function useAccountFacts(): readonly Column<BankAccount>[] {
  const { t } = useTranslation();
  const say = useBilingual();
  return useMemo<readonly Column<BankAccount>[]>(
    () => [
      { id: 'party', header: t('bankAccounts.party'), kind: 'text', value: ({ partyName }) => partyName, text: 'wrap' },
      { id: 'bank', header: t('bankAccounts.bank'), kind: 'text', value: ({ bankCode, bankName }) => `${bankCode} ${say(bankName)}` },
      { id: 'number', header: t('bankAccounts.number'), kind: 'text', value: ({ maskedNumber }) => maskedNumber },
      {
        id: 'holder',
        header: t('bankAccounts.holder'),
        kind: 'text',
        value: ({ maskedHolder }) => maskedHolder,
        cell: ({ maskedHolder, holderIsParty }) => (
          <>
            {maskedHolder}{' '}
            <Tag tone={holderIsParty ? 'success' : 'warning'} icon={holderIsParty ? 'check' : 'warning'}>
              {t(holderIsParty ? 'bankAccounts.holderIsParty' : 'bankAccounts.holderDiffers')}
            </Tag>
          </>
        ),
      },
      { id: 'effectiveFrom', header: t('bankAccounts.effectiveFrom'), kind: 'date', value: ({ effectiveFrom }) => effectiveFrom },
      { id: 'closedOn', header: t('bankAccounts.closedOn'), kind: 'text', value: ({ closedOn }) => closedOn ?? t('bankAccounts.inUse') },
      { id: 'alsoAt', header: t('bankAccounts.alsoAt'), kind: 'text', value: ({ alsoAt }) => (alsoAt.length === 0 ? t('bankAccounts.alsoAtNone') : alsoAt.join(', ')), text: 'wrap' },
    ],
    [t, say],
  );
}
