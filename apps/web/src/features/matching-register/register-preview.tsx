import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { RegisterPreview, type PreviewProps } from '../call-register/register-preview.js';
import type { MatchingRegisterResult } from './matching-register.requests.js';

const KINDS = ['projects', 'moves', 'releases', 'settlements'] as const;

/** What a register of matching would record, with the new projects in full. */
export function MatchingRegisterPreview(props: PreviewProps<MatchingRegisterResult>): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { result } = props;
  const fresh = KINDS.filter((kind) => result.fresh[kind] > 0).map((kind) => t(`matchingRegister.fresh.${kind}`, { count: result.fresh[kind] }));
  const headline = t('matchingRegister.headline', { count: result.fresh.projects, amount: formatWon(result.committedWon) });
  return (
    <RegisterPreview {...props} fresh={fresh} headline={headline} action={t(result.rejected > 0 ? 'matchingRegister.importPartly' : 'matchingRegister.import')}>
      {result.projects.length > 0 && (
        <Card title={t('matchingRegister.projects', { count: result.projects.length })} flush>
          <PlainTable
            label={t('matchingRegister.projects', { count: result.projects.length })}
            rows={result.projects}
            rowKey={({ number }) => number}
            columns={[
              { header: t('matchingProject.number'), cell: ({ number }) => number },
              { header: t('matchingPlan.company'), cell: ({ company }) => company },
              { header: t('matchingProject.agreedOn'), cell: ({ agreedOn }) => agreedOn },
              { header: t('matching.private'), align: 'right', cell: ({ privateWon }) => formatWon(privateWon) },
              { header: t('matching.government'), align: 'right', cell: ({ governmentWon }) => formatWon(governmentWon) },
              { header: t('matchingProject.bound'), cell: ({ bound }) => term('matchBound', bound) },
              { header: t('matchingProject.stated'), align: 'right', cell: ({ statedGovernmentWon }) => (statedGovernmentWon === null ? '–' : formatWon(statedGovernmentWon)) },
            ]}
          />
        </Card>
      )}
    </RegisterPreview>
  );
}
