import { useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../design/callout.js';
import type { IconName } from '../../design/icon.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useBilingual } from '../../i18n/bilingual.js';
import type { RemarkRow } from './remark-rows.js';

const LOOKS = {
  REJECTED: { tone: 'danger', icon: 'block' },
  WARNED: { tone: 'warning', icon: 'warning' },
  ACCEPTED: { tone: 'success', icon: 'check' },
  UNCHANGED: { tone: 'neutral', icon: 'copy' },
} as const satisfies Record<string, { tone: Tone | 'neutral'; icon: IconName }>;

export function RemarksTable({ rows, toolbar }: { readonly rows: readonly RemarkRow[]; readonly toolbar: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const columns = useMemo<readonly Column<RemarkRow>[]>(
    () => [
      { id: 'sheet', header: t('register.sheet'), kind: 'text', value: ({ sheet }) => sheet },
      { id: 'row', header: t('register.row'), kind: 'count', value: ({ row }) => (row === null ? null : BigInt(row)), cell: ({ row }) => row ?? t('register.wholeSheet') },
      {
        id: 'verdict',
        header: t('register.verdict'),
        kind: 'text',
        value: ({ verdict }) => t(`register.verdicts.${verdict}`),
        cell: ({ verdict }) => <Tag {...LOOKS[verdict]}>{t(`register.verdicts.${verdict}`)}</Tag>,
      },
      { id: 'key', header: t('register.key'), kind: 'text', value: ({ key }) => key, text: 'clip' },
      { id: 'column', header: t('register.column'), kind: 'text', value: ({ remark }) => remark?.column ?? null },
      { id: 'value', header: t('register.value'), kind: 'text', value: ({ remark }) => remark?.value ?? null, text: 'clip' },
      { id: 'reason', header: t('register.reason'), kind: 'text', value: ({ remark }) => (remark === null ? null : say(remark.text)), text: 'long' },
      { id: 'fix', header: t('register.fix'), kind: 'text', value: ({ remark }) => (remark?.fix === undefined || remark.fix === null ? null : say(remark.fix)), text: 'long' },
      { id: 'code', header: t('register.code'), kind: 'text', value: ({ remark }) => remark?.code ?? null },
    ],
    [t, say],
  );
  return <DataTable label={t('register.warned')} title={`${t('register.warned')} · ${t('register.rejected')}`} columns={columns} rows={rows} rowKey={({ id }) => id} rowTone={({ verdict }) => (verdict === 'REJECTED' ? 'danger' : 'warning')} toolbar={toolbar} tall />;
}
