import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import type * as words from '../../i18n/ko/voucher-life.js';
import type { WarningSign } from './warning-sign.requests.js';

type Fact = WarningSign['facts'][number];
type ValueName = keyof typeof words.warningSign.values;

/** The things behind a sign, one column for each thing that is known of them. */
export function SignFacts({ yearId, facts }: { readonly yearId: string; readonly facts: readonly Fact[] }): ReactElement {
  const { t } = useTranslation();
  const names = [...new Set(facts.flatMap(({ values }) => Object.keys(values)))];
  return (
    <PlainTable
      label={t('warningSign.facts', { count: facts.length })}
      rows={facts}
      rowKey={({ label }, index) => `${label}/${index}`}
      columns={[
        {
          header: t('warningSign.what'),
          wrap: true,
          cell: ({ label, voucherId }) => (voucherId === null ? label : <Link to={`/vouchers/${yearId}/vouchers/${voucherId}`}>{label}</Link>),
        },
        ...names.map((name) => ({
          header: t(`warningSign.values.${name as ValueName}`),
          wrap: true,
          align: name.endsWith('Won') ? ('right' as const) : ('left' as const),
          cell: ({ values }: Fact) => shown(name, values[name]),
        })),
      ]}
    />
  );
}

function shown(name: string, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '–';
  return name.endsWith('Won') ? formatWon(String(value)) : String(value);
}
