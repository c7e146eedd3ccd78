import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useIntent } from '../../api/intent.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import { DealLinks } from '../deal/deal-links.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { GrantWaiverDialog } from './grant-waiver-dialog.js';
import { isWaivable, revokeWaiver, useWaivers, type Waiver } from './waiver.requests.js';

/** Leave to break what the agreement restricts: who signed it, until when, and which deals rest on it. */
export function WaiversPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const may = usePermissions();
  const { point, isNow } = useTimePoint();
  const [asked] = useSearchParams();
  const query = useWaivers(fund.id, point);
  const wanted = asked.get('rule') ?? '';
  const [asking, setAsking] = useState(isWaivable(wanted));
  const [revoking, setRevoking] = useState<Waiver | null>(null);
  const columns = useWaiverColumns(fund.id, isNow && may('waiver.revoke') ? setRevoking : null);
  return (
    <Page
      title={t('waivers.title')}
      lead={t('waivers.lead')}
      actions={
        <>
          <DealLinks fundId={fund.id} />
          {isNow && may('waiver.grant') && (
            <Button tone="primary" icon="plus" onPress={() => setAsking(true)}>
              {t('waivers.ask')}
            </Button>
          )}
        </>
      }
    >
      <Card flush>
        <Loaded query={query}>
          {(waivers) => (
            <DataTable label={t('waivers.title')} columns={columns} rows={waivers} rowKey={({ id }) => id} rowTone={({ state }) => (state === 'REVOKED' || state === 'EXPIRED' ? 'muted' : undefined)} empty={t('waivers.empty')} />
          )}
        </Loaded>
      </Card>
      {asking && may('waiver.grant') && (
        <GrantWaiverDialog fund={fund} start={{ rule: wanted, businessNumber: asked.get('businessNumber') ?? '', company: asked.get('company') ?? '', most: asked.get('most') ?? '' }} onClose={() => setAsking(false)} />
      )}
      {revoking !== null && <RevokeDialog fundId={fund.id} waiver={revoking} onClose={() => setRevoking(null)} />}
    </Page>
  );
}

function useWaiverColumns(fundId: string, onRevoke: ((waiver: Waiver) => void) | null): readonly Column<Waiver>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      { id: 'number', header: t('waivers.number'), kind: 'text', value: (row) => row.number },
      { id: 'rule', header: t('waivers.rule'), kind: 'text', value: (row) => term('waivableRule', row.rule) },
      { id: 'state', header: t('waivers.state'), kind: 'text', value: (row) => term('waiverState', row.state), cell: (row) => <Tag tone={row.state === 'IN_FORCE' ? 'success' : 'neutral'}>{term('waiverState', row.state)}</Tag> },
      { id: 'company', header: t('waivers.company'), kind: 'text', value: (row) => row.company ?? t('waivers.anyCompany') },
      { id: 'most', header: t('waivers.most'), kind: 'won', value: (row) => (row.mostWon === null ? null : BigInt(row.mostWon)) },
      { id: 'from', header: t('waivers.from'), kind: 'date', value: (row) => row.validFrom },
      { id: 'to', header: t('waivers.to'), kind: 'date', value: (row) => row.validTo },
      { id: 'signers', header: t('waivers.signers'), kind: 'text', value: (row) => row.signers.join(', ') },
      { id: 'requestedBy', header: t('waivers.requestedBy'), kind: 'text', value: (row) => row.requestedBy },
      { id: 'usedBy', header: t('waivers.usedBy'), kind: 'text', value: (row) => row.usedBy.map(({ number }) => number).join(', '), cell: (row) => <Uses fundId={fundId} uses={row.usedBy} /> },
      { id: 'reason', header: t('waivers.reason'), kind: 'text', value: (row) => (row.endReason === null ? row.reason : `${row.reason} → ${row.endReason}`), text: 'wrap' },
      ...(onRevoke === null ? [] : [{ id: 'revoke', header: '', kind: 'text' as const, value: (): string => '', cell: (row: Waiver): ReactElement => <Revoke waiver={row} onRevoke={onRevoke} /> }]),
    ],
    [t, term, fundId, onRevoke],
  );
}

function Uses({ fundId, uses }: { readonly fundId: string; readonly uses: Waiver['usedBy'] }): ReactElement {
  if (uses.length === 0) return <>–</>;
  return (
    <>
      {uses.map(({ id, number }) => (
        <Link key={id} to={`/funds/${fundId}/investments/${id}`}>
          {number}{' '}
        </Link>
      ))}
    </>
  );
}

function Revoke({ waiver, onRevoke }: { readonly waiver: Waiver; readonly onRevoke: (waiver: Waiver) => void }): ReactElement | null {
  const { t } = useTranslation();
  if (waiver.state === 'REVOKED' || waiver.state === 'EXPIRED') return null;
  return (
    <Button small tone="danger" onPress={() => onRevoke(waiver)}>
      {t('waivers.revoke')}
    </Button>
  );
}

function RevokeDialog({ fundId, waiver, onClose }: { readonly fundId: string; readonly waiver: Waiver; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const run = async (reason: string): Promise<void> => {
    await revokeWaiver(waiver.id, reason, intent.headersFor({ id: waiver.id, reason }));
    intent.done();
    await refreshFund(fundId);
  };
  return (
    <ReasonDialog title={`${t('waivers.revokeTitle')} · ${waiver.number}`} label={t('waivers.reason')} missing={t('waivers.missing')} action={t('waivers.revoke')} tone="danger" run={run} onClose={onClose}>
      <p>{t('waivers.revokeLead')}</p>
    </ReasonDialog>
  );
}
