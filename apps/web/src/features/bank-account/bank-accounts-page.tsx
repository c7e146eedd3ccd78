import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { DataTable } from '../../design/table/data-table.js';
import { AddressDialog } from '../party-address/address-dialog.js';
import { usePermissions } from '../session/use-session.js';
import { useAccountColumns } from './account-columns.js';
import { useBankAccounts, type BankAccount } from './bank-account.requests.js';
import { CloseAccountDialog } from './close-account-dialog.js';
import { FindAccountDialog } from './find-account-dialog.js';
import { RegisterAccountDialog } from './register-account-dialog.js';
import { UnmaskDialog } from './unmask-dialog.js';

type Opened = { readonly kind: 'register' | 'find' } | { readonly kind: 'unmask' | 'address' | 'close'; readonly account: BankAccount } | null;

/** Accounts of parties, covered; the whole number only for whoever says why. */
export function BankAccountsPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useBankAccounts();
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  const columns = useAccountColumns({
    onUnmask: may('bank-account.unmask') ? (account) => setOpened({ kind: 'unmask', account }) : null,
    onAddress: may('party-address.record') ? (account) => setOpened({ kind: 'address', account }) : null,
    onClose: may('bank-account.close') ? (account) => setOpened({ kind: 'close', account }) : null,
  });
  return (
    <Page
      title={t('bankAccounts.title')}
      lead={t('bankAccounts.lead')}
      actions={
        <>
          <Button icon="search" onPress={() => setOpened({ kind: 'find' })}>
            {t('bankAccounts.find')}
          </Button>
          {may('bank-account.register') && (
            <Button tone="primary" icon="plus" onPress={() => setOpened({ kind: 'register' })}>
              {t('bankAccounts.register')}
            </Button>
          )}
        </>
      }
    >
      <Card flush>
        <Loaded query={query}>
          {({ pages }) => (
            <DataTable
              label={t('bankAccounts.title')}
              columns={columns}
              rows={pages.flat()}
              rowKey={({ id }) => id}
              rowTone={({ closedOn, alsoAt }) => (closedOn !== null ? 'muted' : alsoAt.length > 0 ? 'warning' : undefined)}
              empty={t(may('bank-account.register') ? 'bankAccounts.empty' : 'bankAccounts.emptyReader')}
              tall
            />
          )}
        </Loaded>
      </Card>
      {query.hasNextPage && (
        <div>
          <Button small pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('bankAccounts.more')}
          </Button>
        </div>
      )}
      {opened?.kind === 'register' && <RegisterAccountDialog onClose={close} />}
      {opened?.kind === 'find' && <FindAccountDialog onClose={close} />}
      {opened?.kind === 'unmask' && <UnmaskDialog account={opened.account} onClose={close} />}
      {opened?.kind === 'address' && <AddressDialog partyId={opened.account.partyId} name={opened.account.partyName} onClose={close} />}
      {opened?.kind === 'close' && <CloseAccountDialog account={opened.account} onClose={close} />}
    </Page>
  );
}
