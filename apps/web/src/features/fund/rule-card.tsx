import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund, Obligation } from '../../api/types.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Tag } from '../../design/tag.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { useTerm } from '../../i18n/term.js';

/** The rule that decides, with the clause it rests on: which numbers, from where, in which version. */
export function RuleCard({ fund, obligation: { rule } }: { readonly fund: Fund; readonly obligation: Obligation }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <Card title={t('obligation.rule')} actions={<Tag tone={rule.source === 'ASSUMPTION' ? 'warning' : 'neutral'}>{term('source', rule.source)}</Tag>}>
      <Facts
        columns
        facts={[
          { label: t('obligation.ruleClause'), value: rule.clause },
          { label: t('obligation.ruleRatio'), value: `${formatBasisPoints(rule.ratioBasisPoints)}%` },
          { label: t('obligation.ruleBase'), value: term('basis', rule.denominator) },
          { label: t('obligation.ruleMeasure'), value: term('measure', rule.measure) },
          { label: t('obligation.ruleTest'), value: term('test', rule.test) },
          rule.deadlineOn === null ? null : { label: t('obligation.ruleDeadline'), value: rule.deadlineOn },
          { label: t('fund.investmentPeriod'), value: `${fund.investmentFrom} ~ ${fund.investmentTo}` },
          { label: t('fund.lifeTo'), value: fund.lifeTo },
          { label: t('fund.custodian'), value: fund.custodian },
          { label: t('obligation.ruleVersion'), value: rule.version },
        ]}
      />
    </Card>
  );
}
