import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../design/button.js';
import { Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DirectoryName, DirectoryTable } from '../../design/table/directory-table.js';
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
      <DirectoryTable label={t('voucherYear.title')} query={query} columns={columns} path="/vouchers" empty={t('voucherYear.empty')} first={open} />
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
          <DirectoryName to={`/vouchers/${id}`} name={name}>
            {closedOn !== null && <Tag tone="neutral">{t('voucherYear.closed')}</Tag>}
          </DirectoryName>
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
