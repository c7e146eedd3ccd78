import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { useRoleDecisions, type ScopeChoice } from './grant.requests.js';
import { useScopeWords } from './scope-words.js';

/** What was decided about an account's roles: nothing of it can be changed afterwards. */
export function DecisionHistory({ userId, choices }: { readonly userId: string; readonly choices: readonly ScopeChoice[] }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const words = useScopeWords(choices);
  const query = useRoleDecisions(userId);
  return (
    <Card title={t('grants.history')} flush>
      <Loaded query={query}>
        {(decisions) => (
          <PlainTable
            label={t('grants.history')}
            rows={decisions}
            rowKey={({ id }) => id}
            columns={[
              { header: t('grants.decidedAt'), cell: ({ knownAt }) => formatInstant(knownAt) },
              { header: t('grants.decision'), cell: ({ decision }) => t(`grants.decisions.${decision}`) },
              { header: t('grants.role'), cell: ({ role }) => term('role', role) },
              { header: t('grants.where'), cell: ({ scopes }) => scopes.map(words).join(', '), wrap: true },
              { header: t('grants.decidedBy'), cell: ({ decidedBy }) => decidedBy },
              { header: t('grants.reason'), cell: ({ reason }) => reason, wrap: true },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
