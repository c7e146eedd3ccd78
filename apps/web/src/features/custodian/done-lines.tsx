import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import type { CustodianLine } from './custodian.requests.js';

const TONES = { OPEN: 'warning', PARTLY: 'warning', MATCHED: 'success', WITHDRAWAL: 'neutral' } as const;

/** Every movement of the account, and what each was used for. */
export function DoneLines({ lines }: { readonly lines: readonly CustodianLine[] }): ReactElement {
  const { t } = useTranslation();
  const columns = useMemo(
    (): readonly Column<CustodianLine>[] => [
      { id: 'on', header: t('custodian.on'), kind: 'date', value: ({ valueOn }) => valueOn },
      { id: 'amount', header: t('custodian.amount'), kind: 'won', value: ({ amountWon }) => BigInt(amountWon), total: true },
      { id: 'counterparty', header: t('custodian.counterparty'), kind: 'text', value: ({ counterparty }) => counterparty },
      { id: 'memo', header: t('custodian.memo'), kind: 'text', value: ({ memo }) => memo },
      { id: 'reference', header: t('capitalCall.bankReference'), kind: 'text', value: ({ reference }) => reference },
      { id: 'state', header: t('custodian.state'), kind: 'text', value: ({ state }) => t(`custodian.states.${state}`), cell: ({ state }) => <Tag tone={TONES[state]}>{t(`custodian.states.${state}`)}</Tag> },
      {
        id: 'uses',
        header: t('custodian.whose'),
        kind: 'text',
        text: 'wrap',
        value: ({ uses }) => uses.map(({ callNumber, partner, amountWon, interestId }) => t(interestId === null ? 'custodian.used' : 'custodian.usedInterest', { number: callNumber, partner, amount: formatWon(amountWon) })).join(', '),
      },
      { id: 'open', header: t('custodian.toDo'), kind: 'won', value: ({ openWon }) => BigInt(openWon), total: true },
    ],
    [t],
  );
  return <DataTable label={t('custodian.all')} columns={columns} rows={lines} rowKey={({ id }) => id} tall />;
}
