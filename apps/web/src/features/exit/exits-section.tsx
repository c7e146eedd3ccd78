import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useTerm } from '../../i18n/term.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import type { Holding } from '../valuation/valuation.requests.js';
import { useExits, type FundExit } from './exit.requests.js';
import { ReceiveEscrowDialog } from './receive-escrow-dialog.js';
import { RecordExitDialog } from './record-exit-dialog.js';

/** What came of deals, and what is still held back. */
export function ExitsSection({ fund, holdings }: { readonly fund: Fund; readonly holdings: readonly Holding[] }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { point, isNow } = useTimePoint();
  const query = useExits(fund.id, point);
  const [recording, setRecording] = useState(false);
  const [settling, setSettling] = useState<FundExit | null>(null);
  const columns = useExitColumns(isNow && may('escrow.receive') ? setSettling : undefined);
  const record = isNow && may('exit.record') && holdings.length > 0 && (
    <Button tone="secondary" small icon="plus" onPress={() => setRecording(true)}>
      {t('exitForm.record')}
    </Button>
  );
  return (
    <Card title={t('exitForm.list')} actions={record || undefined} flush>
      <Loaded query={query}>
        {(exits) =>
          exits.length === 0 ? (
            <Empty>
              <p>{t('exitForm.empty')}</p>
            </Empty>
          ) : (
            <DataTable label={t('exitForm.list')} columns={columns} rows={exits} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
      {recording && <RecordExitDialog fundId={fund.id} holdings={holdings} onClose={() => setRecording(false)} />}
      {settling !== null && <ReceiveEscrowDialog fundId={fund.id} exit={settling} onClose={() => setSettling(null)} />}
    </Card>
  );
}

function useExitColumns(onSettle: ((exit: FundExit) => void) | undefined): readonly Column<FundExit>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo<Column<FundExit>[]>(
    () => [
      { id: 'exitedOn', header: t('exitForm.exitedOn'), kind: 'date', value: ({ exitedOn }) => exitedOn },
      { id: 'number', header: t('valuationSheet.number'), kind: 'text', value: ({ number }) => number },
      { id: 'company', header: t('valuationSheet.company'), kind: 'text', value: ({ company }) => company },
      { id: 'kind', header: t('exitForm.kind'), kind: 'text', value: ({ kind, isEscrow }) => (isEscrow ? t('exitForm.escrowRow') : term('exitKind', kind)) },
      { id: 'proceeds', header: t('exitForm.proceeds'), kind: 'won', value: ({ proceedsWon }) => BigInt(proceedsWon), total: true },
      { id: 'cost', header: t('exitForm.cost'), kind: 'won', value: ({ costWon }) => BigInt(costWon), total: true },
      { id: 'gain', header: t('exitForm.gain'), kind: 'won', value: ({ proceedsWon, costWon }) => BigInt(proceedsWon) - BigInt(costWon), total: true },
      { id: 'expense', header: t('exitForm.expense'), kind: 'won', value: ({ expenseWon }) => BigInt(expenseWon), total: true },
      {
        id: 'escrow',
        header: t('exitForm.escrowLeft'),
        kind: 'won',
        value: ({ escrowLeftWon }) => BigInt(escrowLeftWon),
        total: true,
        ...(onSettle === undefined
          ? {}
          : {
              cell: (exit: FundExit) =>
                exit.escrowLeftWon === '0' ? (
                  '0'
                ) : (
                  <Button small tone="secondary" onPress={() => onSettle(exit)}>
                    {`${BigInt(exit.escrowLeftWon).toLocaleString('ko-KR')} ${t('exitForm.receive')}`}
                  </Button>
                ),
            }),
      },
      { id: 'counterparty', header: t('exitForm.counterparty'), kind: 'text', value: ({ counterparty }) => counterparty },
      { id: 'note', header: t('exitForm.note'), kind: 'text', value: ({ note }) => note, text: 'clip' },
    ],
    [t, term, onSettle],
  );
}
