import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { usePermissions } from '../session/use-session.js';
import type { Agreement } from './grant-agreement.requests.js';

type Line = Agreement['lines'][number];

/** What may be spent on each line, what was, and what is left, from the books. */
export function LinesCard({ agreement, onTransfer }: { readonly call: GrantCall; readonly agreement: Agreement; readonly onTransfer: () => void }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const columns = useLineColumns(agreement.stages.length > 1);
  const underWay = agreement.state === 'ACTIVE' || agreement.state === 'SUSPENDED';
  const transfer = underWay && may('grant-agreement.notify') && (
    <Button small onPress={onTransfer}>
      {t('grantAgreement.transfer')}
    </Button>
  );
  return (
    <Card flush>
      <DataTable label={t('grantAgreement.execution')} title={t('grantAgreement.execution')} toolbar={transfer} columns={columns} rows={agreement.lines} rowKey={({ id }) => id} />
    </Card>
  );
}

const PERCENT = 100n;

function useLineColumns(staged: boolean): readonly Column<Line>[] {
  const { t } = useTranslation();
  const term = useTerm();
  const say = useBilingual();
  return useMemo(() => {
    const columns: Column<Line>[] = [
      { id: 'stage', header: t('grantAgreement.stage'), kind: 'count', value: ({ stage }) => BigInt(stage) },
      {
        id: 'line',
        header: t('grantAgreement.line'),
        kind: 'text',
        value: ({ code, name }) => `${code} ${say(name)}`,
        cell: ({ code, name, indirect }) => (
          <>
            {code} {say(name)} {indirect && <Tag tone="neutral">{t('grantAgreement.indirect')}</Tag>}
          </>
        ),
      },
      { id: 'resource', header: t('grantAgreement.resource'), kind: 'text', value: ({ resource }) => term('planResource', resource) },
      { id: 'planned', header: t('grantAgreement.planned'), kind: 'won', value: ({ plannedWon }) => BigInt(plannedWon), total: true },
      { id: 'used', header: t('grantAgreement.used'), kind: 'won', value: ({ usedWon }) => BigInt(usedWon), total: true },
      { id: 'left', header: t('grantAgreement.left'), kind: 'won', value: ({ leftWon }) => BigInt(leftWon), total: true },
      { id: 'rate', header: t('grantAgreement.rate'), kind: 'percent', value: ({ plannedWon, usedWon }) => (plannedWon === '0' ? null : ((BigInt(usedWon) * PERCENT) / BigInt(plannedWon)).toString()) },
    ];
    return staged ? columns : columns.slice(1);
  }, [say, staged, t, term]);
}
