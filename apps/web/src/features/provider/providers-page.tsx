import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../design/page.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { BrokersCard } from './brokers-card.js';
import { DeedDialog } from './deed-dialog.js';
import type { Deed, Provider } from './provider.requests.js';
import { ProvidersCard } from './providers-card.js';
import { RegisterBrokerDialog } from './register-broker-dialog.js';
import { RegisterProviderDialog } from './register-provider-dialog.js';
import { StatusDialog } from './status-dialog.js';

/** What is under way on the page: one dialog at a time. */
export type Opened =
  | { readonly kind: 'provider' | 'broker' }
  | { readonly kind: 'status'; readonly provider: Provider }
  | { readonly kind: 'deed'; readonly deed: Deed; readonly id: string; readonly name: string };

/** Who may serve in this programme year, and who may broker. */
export function ProvidersPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  return (
    <Page title={t('providers.title')} hideTitle>
      <ProvidersCard year={year} onOpen={setOpened} />
      <BrokersCard year={year} onOpen={setOpened} />
      {opened?.kind === 'provider' && <RegisterProviderDialog yearId={year.id} onClose={close} />}
      {opened?.kind === 'broker' && <RegisterBrokerDialog yearId={year.id} onClose={close} />}
      {opened?.kind === 'status' && <StatusDialog yearId={year.id} provider={opened.provider} onClose={close} />}
      {opened?.kind === 'deed' && <DeedDialog yearId={year.id} deed={opened.deed} id={opened.id} name={opened.name} onClose={close} />}
    </Page>
  );
}
