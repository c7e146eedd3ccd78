import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTimePoint } from '../fund/time-point.js';
import { useCompanySupports, type Support } from './company.requests.js';

const GRANTS: ReadonlySet<string> = new Set(['PROTOTYPE', 'BRIDGE', 'BASIC_TIER', 'OSMU', 'TEST_BED', 'MATCHING']);
const VOUCHERS: ReadonlySet<string> = new Set(['AS', 'KTTN']);

/** By their places on the way to the market. */
const STAGES = ['first', 'second', 'third'] as const;

/** Where a support is looked at. */
function pathOf({ kind, bookId, id }: Support): string {
  if (kind === 'FUND') return `/funds/${bookId}/investments/${id}`;
  if (VOUCHERS.has(kind)) return `/vouchers/${bookId}/vouchers/${id}`;
  if (GRANTS.has(kind)) return `/grants/${bookId}/agreements/${id}`;
  return `/grants/${bookId}/outcomes`;
}

/** Everything a company got from the programmes in sight, in order: how the baton was handed on. */
export function SupportChain({ companyId }: { readonly companyId: string }): ReactElement {
  const { t } = useTranslation();
  const { point } = useTimePoint();
  return (
    <Card title={t('company.chain')} flush>
      <Loaded query={useCompanySupports(companyId, point)}>{({ supports }) => <Chain supports={supports} />}</Loaded>
    </Card>
  );
}

function Chain({ supports }: { readonly supports: readonly Support[] }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { search } = useTimePoint();
  return (
    <PlainTable
      label={t('company.chain')}
      rows={supports}
      rowKey={({ kind, id }) => `${kind} ${id}`}
      columns={[
        { header: t('company.on'), cell: ({ on }) => on },
        { header: t('company.programme'), cell: ({ kindName }) => say(kindName) },
        { header: t('company.stage'), cell: ({ stage }) => (stage === null ? '-' : t(`company.stages.${STAGES[stage - 1] ?? 'third'}`)) },
        {
          header: t('company.number'),
          cell: (support) => <Link to={`${pathOf(support)}${search}`}>{support.number}</Link>,
        },
        { header: t('company.technology'), cell: ({ technology }) => technology ?? '-', wrap: true },
        {
          header: t('company.technologyNumber'),
          cell: ({ technologyNumber, carriedOn }) => (
            <>
              {technologyNumber ?? '-'} {carriedOn && <Tag tone="success">{t('company.carriedOn')}</Tag>}
            </>
          ),
        },
        { header: t('company.amount'), align: 'right', cell: ({ kind, amountWon }) => (kind === 'ROYALTY' ? '-' : formatWon(amountWon)) },
      ]}
    />
  );
}
