import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { Change } from './grant-agreement.requests.js';

/** Old and new, one line for each difference, with what each needs and the clause that says so. */
export function ChangeTable({ changes }: { readonly changes: readonly Change[] }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const say = useBilingual();
  const shown = (value: string | null, { deltaWon }: Change): string => (value === null ? '–' : deltaWon === null ? value : formatWon(value));
  return (
    <PlainTable
      label={t('grantAgreement.changes')}
      rows={changes}
      rowKey={(_, index) => index}
      columns={[
        { header: t('grantAgreement.what'), wrap: true, cell: ({ what }) => say(what) },
        { header: t('grantAgreement.before'), align: 'right', cell: (change) => shown(change.before, change) },
        { header: t('grantAgreement.after'), align: 'right', cell: (change) => shown(change.after, change) },
        { header: t('grantAgreement.delta'), align: 'right', cell: ({ deltaWon }) => (deltaWon === null ? '' : formatWon(deltaWon)) },
        {
          header: t('grantAgreement.need'),
          wrap: true,
          cell: ({ need, clause }) => (
            <span title={clause}>
              <Tag tone={need === 'APPROVAL' ? 'warning' : 'neutral'}>{term('changeNeed', need)}</Tag> {clause}
            </span>
          ),
        },
      ]}
    />
  );
}
