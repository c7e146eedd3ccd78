import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Button, LinkButton } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import { OpenYearDialog } from './open-year-dialog.js';
import { useVoucherYears, type VoucherYearSummary } from './voucher-year.queries.js';

/** Every programme year of vouchers with what is left of its money and pieces. */
export function VoucherYearsPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useVoucherYears();
  const navigate = useNavigate();
  const columns = useYearColumns();
  const [opening, setOpening] = useState(false);
  const open = may('voucher-year.open') && (
    <>
      {may('voucher-roster.import') && (
        <LinkButton icon="upload" to="/vouchers/roster">
          {t('roster.fromRoster')}
        </LinkButton>
      )}
      <Button tone="primary" icon="plus" onPress={() => setOpening(true)}>
        {t('voucherYear.open')}
      </Button>
    </>
  );
  return (
    <Page title={t('voucherYear.title')} lead={t('voucherYear.lead')} actions={open === false ? undefined : open}>
      <Loaded query={query}>
        {(years) => (
          <Card flush>
            {years.length === 0 ? (
              <Empty>
                <p>{t('voucherYear.empty')}</p>
                {open}
              </Empty>
            ) : (
              <DataTable label={t('voucherYear.title')} columns={columns} rows={years} rowKey={({ id }) => id} onOpen={({ id }) => void navigate(`/vouchers/${id}`)} />
            )}
          </Card>
        )}
      </Loaded>
      {opening && <OpenYearDialog years={query.data ?? []} onClose={() => setOpening(false)} />}
    </Page>
  );
}

function useYearColumns(): readonly Column<VoucherYearSummary>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('voucherYear.name'),
        kind: 'text',
        text: 'wrap',
        value: ({ name }) => name,
        cell: ({ id, name, closedOn }) => (
          <>
            <Link to={`/vouchers/${id}`} tabIndex={-1}>
              {name}
            </Link>{' '}
            {closedOn !== null && <Tag tone="neutral">{t('voucherYear.closed')}</Tag>}
          </>
        ),
      },
      { id: 'kind', header: t('voucherYear.kind'), kind: 'text', value: ({ kind }) => term('voucherKind', kind) },
      { id: 'fiscalYear', header: t('voucherYear.fiscalYear'), kind: 'text', value: ({ fiscalYear }) => String(fiscalYear) },
      { id: 'budget', header: t('voucherYear.budget'), kind: 'won', value: ({ budgetWon }) => BigInt(budgetWon), total: true },
      { id: 'left', header: t('voucherYear.budgetLeft'), kind: 'won', value: ({ budgetLeftWon }) => BigInt(budgetLeftWon), total: true },
      { id: 'outstanding', header: t('voucherYear.outstanding'), kind: 'won', value: ({ outstandingWon }) => BigInt(outstandingWon), total: true },
      { id: 'issued', header: t('voucherYear.vouchersIssued'), kind: 'count', value: ({ vouchersIssued }) => BigInt(vouchersIssued) },
      { id: 'vouchersLeft', header: t('voucherYear.vouchersLeft'), kind: 'count', value: ({ vouchersLeft }) => BigInt(vouchersLeft) },
      { id: 'companiesLeft', header: t('voucherYear.companiesLeft'), kind: 'count', value: ({ companiesLeft }) => BigInt(companiesLeft) },
      { id: 'agency', header: t('voucherYear.agency'), kind: 'text', value: ({ agency }) => agency },
    ],
    [t, term],
  );
}
