import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { DataTable } from '../../design/table/data-table.js';
import { TextField } from '../../design/text-field.js';
import { Toggle } from '../../design/toggle.js';
import { useDebounced } from '../../design/use-debounced.js';
import { usePermissions } from '../session/use-session.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { ExpireDialog } from './expire-dialog.js';
import { SelectionBar } from './selection-bar.js';
import { useVoucherColumns, type Selection } from './voucher-columns.js';
import { exportVouchers, useVouchers, type Voucher, type VoucherFilter, type VoucherListing } from './voucher.requests.js';
import styles from './voucher.module.css';

type View = 'all' | 'open' | 'ended' | 'expiring';

const FILTERS: Readonly<Record<View, VoucherFilter>> = { all: {}, open: { state: 'OPEN' }, ended: { state: 'ENDED' }, expiring: { expiringWithinDays: 30 } };
const PAUSE_MS = 300;

/** All vouchers of a year: where their money is, how long they last and what is next. */
export function VouchersPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const may = usePermissions();
  const [view, setView] = useState<View>('all');
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), PAUSE_MS);
  const filter = useMemo(() => ({ ...FILTERS[view], ...(search === '' ? {} : { search }) }), [view, search]);
  const query = useVouchers(year.id, filter);
  const [expiring, setExpiring] = useState<readonly string[] | 'due' | null>(null);
  const selection = useSelection();
  const download = useWrite({ mutationFn: () => exportVouchers(year.id, filter) });
  const actions = (
    <>
      <Button icon="download" pending={download.isPending} onPress={() => download.mutate(undefined)}>
        {t('voucher.xlsx')}
      </Button>
      {may('voucher.expire') && (
        <Button tone="secondary" icon="clock" onPress={() => setExpiring('due')}>
          {t('voucher.expireDue')}
        </Button>
      )}
    </>
  );
  return (
    <Page title={t('voucher.title')} actions={actions}>
      <ProblemCallout error={download.error} />
      <Loaded query={query}>
        {(listing) => (
          <Card flush>
            <SelectionBar yearId={year.id} selection={selection} onExpire={may('voucher.expire') ? () => setExpiring([...selection.ids]) : undefined} />
            <VouchersTable yearId={year.id} listing={listing} selection={selection} view={view} onView={setView} />
            {(listing.more || search !== '') && (
              <div className={styles['search']}>
                <TextField label={t('voucher.searchLabel')} hint={t('voucher.more', { count: listing.count, shown: listing.vouchers.length })} value={typed} onChange={setTyped} />
              </div>
            )}
          </Card>
        )}
      </Loaded>
      {expiring !== null && <ExpireDialog yearId={year.id} voucherIds={expiring === 'due' ? null : expiring} onClose={() => setExpiring(null)} />}
    </Page>
  );
}

interface TableProps {
  readonly yearId: string;
  readonly listing: VoucherListing;
  readonly selection: ReturnType<typeof useSelection>;
  readonly view: View;
  readonly onView: (view: View) => void;
}

function VouchersTable({ yearId, listing: { vouchers }, selection, view, onView }: TableProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useVoucherColumns(yearId, selection);
  const toolbar = (
    <div className={styles['filters']} role="group" aria-label={t('voucher.show')}>
      {(Object.keys(FILTERS) as View[]).map((each) => (
        <Toggle key={each} selected={view === each} onChange={() => onView(each)}>
          {t(`voucher.${each}`)}
        </Toggle>
      ))}
      {vouchers.length > 0 && (
        <Button small tone="quiet" icon="check" onPress={() => selection.selectAll(vouchers.map(({ id }) => id))}>
          {t('voucher.selectAll')}
        </Button>
      )}
    </div>
  );
  return (
    <DataTable<Voucher>
      label={t('voucher.title')}
      columns={columns}
      rows={vouchers}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`/vouchers/${yearId}/vouchers/${id}`)}
      rowTone={({ state, daysLeft }) => (state === 'SUSPENDED' ? 'warning' : daysLeft !== null && daysLeft < 0 ? 'danger' : undefined)}
      toolbar={toolbar}
      empty={view === 'all' ? t('voucher.empty') : t('voucher.noMatch')}
      tall
    />
  );
}

/** Which vouchers are ticked; it outlives a change of the filter, so that they can be gathered from several. */
export function useSelection(): Selection & { readonly clear: () => void; readonly selectAll: (ids: readonly string[]) => void } {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      ids,
      toggle: (id: string) =>
        setIds((before) => {
          const after = new Set(before);
          if (!after.delete(id)) after.add(id);
          return after;
        }),
      clear: () => setIds(new Set()),
      selectAll: (all: readonly string[]) => setIds((before) => new Set([...before, ...all])),
    }),
    [ids],
  );
}
