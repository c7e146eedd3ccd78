import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { TextField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { usePermissions, useSessionState } from '../session/use-session.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { CaptureBar } from './capture-bar.js';
import { ContractDialog } from './contract-dialog.js';
import { isDecidable } from './next-step.js';
import { ServicePanel } from './service-panel.js';
import { MOST_SHOWN, useServices, type ServiceListing, type ServiceState } from './service.requests.js';
import styles from './service.module.css';
import { ServicesTable, type Ticks } from './services-table.js';
import { StateStrip } from './state-strip.js';
import { useServiceKeys } from './use-service-keys.js';

const PAUSE_MS = 300;

/** The inbox of services: where each stands, what it waits for, and the decisions to pay. */
export function ClaimsPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const may = usePermissions();
  // Who decides sees first what waits for a decision.
  const [state, setState] = useState<ServiceState | null>(may('service.capture') ? 'CLAIMED' : null);
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), PAUSE_MS);
  const query = useServices(year.id, { ...(state === null ? {} : { state }), ...(search === '' ? {} : { search }) });
  const [parameters, setParameters] = useSearchParams();
  const open = (service: string | null): void => setParameters(service === null ? {} : { service }, { replace: true });
  const [contracting, opened] = [parameters.get('contract'), parameters.get('service')];
  const contract = (
    <Button tone="primary" icon="plus" onPress={() => setParameters({ contract: '' }, { replace: true })}>
      {t('voucherService.contract')}
    </Button>
  );
  return (
    <Page title={t('voucherService.title')} lead={t('voucherService.lead')} actions={may('service.contract') ? contract : undefined}>
      <Loaded query={query}>
        {(listing) => (
          <>
            <StateStrip counts={listing.counts} chosen={state} onChoose={setState} />
            <div className={styles['tools']}>
              <div className={styles['search']}>
                <TextField label={t('voucherService.searchLabel')} value={typed} onChange={setTyped} />
              </div>
              <KeyHelp />
            </div>
            <Inbox listing={listing} filtered={state !== null || search !== ''} opened={opened} onOpen={open} contract={may('service.contract') ? contract : null} />
          </>
        )}
      </Loaded>
      {opened !== null && <ServicePanel yearId={year.id} id={opened} onClose={() => open(null)} />}
      {contracting !== null && <ContractDialog year={year} voucherId={contracting} onClose={() => open(null)} onContracted={open} />}
    </Page>
  );
}

interface InboxProps {
  readonly listing: ServiceListing;
  readonly filtered: boolean;
  readonly opened: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly contract: ReactElement | null;
}

function Inbox({ listing: { services, counts }, filtered, opened, onOpen, contract }: InboxProps): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const may = usePermissions();
  const session = useSessionState();
  const userId = session.kind === 'signed-in' || session.kind === 'lost' ? session.session.user.id : '';
  const decidable = useMemo(() => services.filter((service) => isDecidable(service, userId)), [services, userId]);
  const { ticks, tick } = useTicks(decidable.map(({ id }) => id));
  useServiceKeys(services.map(({ id }) => id), opened, onOpen);
  if (counts.length === 0 && !filtered) {
    return (
      <Card>
        <Empty>
          <p>{t(contract === null ? 'voucherService.emptyReader' : 'voucherService.empty')}</p>
          {contract}
        </Empty>
      </Card>
    );
  }
  return (
    <Card flush>
      {may('service.capture') && <CaptureBar yearId={year.id} decidable={decidable} ticked={decidable.filter(({ id }) => ticks.ids.has(id))} onTick={tick} />}
      <ServicesTable rows={services} ticks={may('service.capture') ? ticks : null} onOpen={({ id }) => onOpen(id)} />
      {services.length === MOST_SHOWN && <p className={styles['note']}>{t('voucherService.more', { count: MOST_SHOWN })}</p>}
    </Card>
  );
}

/** Which claims are ticked. */
function useTicks(offeredIds: readonly string[]): { readonly ticks: Ticks; readonly tick: (ids: readonly string[]) => void } {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const offered = offeredIds.join(' ');
  const ticks = useMemo(
    () => ({
      ids,
      offered: new Set(offered.split(' ')),
      toggle: (id: string) =>
        setIds((before) => {
          const after = new Set(before);
          if (!after.delete(id)) after.add(id);
          return after;
        }),
    }),
    [ids, offered],
  );
  return { ticks, tick: (wanted) => setIds(new Set(wanted)) };
}

function KeyHelp(): ReactElement {
  const { t } = useTranslation();
  return (
    <p className={`${styles['note']} ${styles['keys']}`}>
      <kbd>j</kbd> <kbd>k</kbd> {t('voucherService.keyMove')} · <kbd>Enter</kbd> {t('voucherService.keyOpen')} · <kbd>c</kbd> {t('voucherService.keyCapture')}
    </p>
  );
}
