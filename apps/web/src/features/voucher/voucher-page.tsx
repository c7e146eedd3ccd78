import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { usePermissions } from '../session/use-session.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { AccountLines } from './account-lines.js';
import { ChangeDialog } from './change-dialog.js';
import { ExpireDialog } from './expire-dialog.js';
import { ServicesCard } from './services-card.js';
import { StateTag } from './state-tag.js';
import { Timeline } from './timeline.js';
import { UsageBar, UsageLegend } from './usage-bar.js';
import { LastDay } from './voucher-columns.js';
import { useVoucher, type Action, type VoucherPageData } from './voucher.requests.js';
import styles from './voucher.module.css';

/** The permission behind each action: the name of its command. */
const COMMANDS: Readonly<Record<Action, string>> = {
  extend: 'voucher.extend', topUp: 'voucher.top-up', split: 'voucher.split', suspend: 'voucher.suspend', resume: 'voucher.resume',
  expire: 'voucher.expire', withdraw: 'voucher.withdraw', cancel: 'voucher.cancel', clawBack: 'clawback.decide',
};

/** One voucher with everything that ever happened to it. */
export function VoucherPage(): ReactElement {
  const { t } = useTranslation();
  const { voucherId = '' } = useParams();
  const year = useCurrentYear();
  const query = useVoucher(year.id, voucherId);
  const { voucher } = query.data ?? {};
  return (
    <Page title={voucher?.number ?? voucher?.applicationNumber ?? t('voucher.title')} hideTitle>
      <Link to={`/vouchers/${year.id}/vouchers`}>{t('voucher.back')}</Link>
      <Loaded query={query}>{(page) => (page.voucher.yearId === year.id ? <VoucherDetail page={page} key={voucherId} /> : <Navigate to={`/vouchers/${page.voucher.yearId}/vouchers/${voucherId}`} replace />)}</Loaded>
    </Page>
  );
}

function VoucherDetail({ page }: { readonly page: VoucherPageData }): ReactElement {
  const { t } = useTranslation();
  const { voucher, relatives, services, history, lines } = page;
  return (
    <>
      <Card title={`${voucher.number ?? voucher.applicationNumber ?? ''} ${voucher.company}`} actions={<StateTag voucher={voucher} large />}>
        <UsageBar figures={voucher} large />
        <UsageLegend figures={voucher} />
      </Card>
      <Actions page={page} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <ServicesCard voucher={voucher} services={services} />
          <AccountLines lines={lines} />
        </div>
        <div className={styles['column']}>
          <Card title={t('voucher.figures')}>
            <Facts
              facts={[
                { label: t('voucher.issued'), value: <WonText amount={voucher.issuedWon} /> },
                amountFact(t('voucher.toppedUp'), voucher.toppedUpWon),
                amountFact(t('voucher.splitOff'), voucher.splitOffWon),
                amountFact(t('voucher.expired'), voucher.expiredWon),
                amountFact(t('voucher.revoked'), voucher.revokedWon),
                voucher.issuedOn === null ? null : { label: t('voucher.issuedOn'), value: voucher.issuedOn },
                voucher.validTo === null ? null : { label: t('voucher.validTo'), value: <LastDay voucher={voucher} /> },
                ...relatives.map(({ id, number, relation }) => ({ label: t(relation === 'PART' ? 'voucher.part' : 'voucher.whole'), value: <Link to={`/vouchers/${voucher.yearId}/vouchers/${id}`}>{number}</Link> })),
              ]}
            />
          </Card>
          <OwnMoney page={page} />
          <Timeline history={history} />
        </div>
      </div>
    </>
  );
}

const amountFact = (label: string, amount: string): { label: string; value: ReactElement } | null => (amount === '0' ? null : { label, value: <WonText amount={amount} /> });

function OwnMoney({ page: { voucher } }: { readonly page: VoucherPageData }): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('voucher.ownMoney')}>
      {voucher.ownPaidInWon === '0' ? (
        <p className={styles['note']}>{t('voucher.ownNone')}</p>
      ) : (
        <Facts
          facts={[
            { label: t('voucher.ownPaidIn'), value: <WonText amount={voucher.ownPaidInWon} /> },
            { label: t('voucher.ownUsed'), value: <WonText amount={voucher.ownUsedWon} /> },
            amountFact(t('voucher.ownReturned'), voucher.ownReturnedWon),
            { label: t('voucher.ownLeft'), value: <WonText amount={voucher.ownLeftWon} /> },
          ]}
        />
      )}
    </Card>
  );
}

/** What can be done now as buttons; what cannot, with the reason, folded away. */
function Actions({ page }: { readonly page: VoucherPageData }): ReactElement | null {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Action | null>(null);
  const { voucher } = page;
  const actions = page.actions.filter(({ action }) => may(COMMANDS[action]));
  if (actions.length === 0) return null;
  const refused = actions.filter(({ allowed }) => !allowed);
  const press = (action: Action): void => (action === 'clawBack' ? void navigate(`/vouchers/${voucher.yearId}/clawbacks?voucher=${voucher.id}`) : setOpened(action));
  const close = (): void => setOpened(null);
  return (
    <Card title={t('voucher.actions')}>
      <div className={styles['actions']}>
        {actions
          .filter(({ allowed }) => allowed)
          .map(({ action, name }) => (
            <Button key={action} tone="secondary" small onPress={() => press(action)}>
              {say(name)}
            </Button>
          ))}
      </div>
      {refused.length > 0 && (
        <details className={styles['why']}>
          <summary>{t('voucher.whyNot')}</summary>
          <ul>
            {refused.map(({ action, name, reason }) => (
              <li key={action}>
                <strong>{say(name)}</strong> {reason === null ? '' : say(reason)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {opened === 'expire' && <ExpireDialog yearId={voucher.yearId} voucherIds={[voucher.id]} onClose={close} />}
      {opened !== null && opened !== 'expire' && opened !== 'clawBack' && <ChangeDialog page={page} action={opened} onClose={close} />}
    </Card>
  );
}
