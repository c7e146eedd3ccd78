import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatBasisPoints } from '../../format/quantity.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { TimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { EndMandateDialog } from './end-mandate-dialog.js';
import { MandateDialog } from './mandate-dialog.js';
import styles from './obligation.module.css';
import { useRules, type StoredRule } from './obligation.requests.js';
import type { RuleOwner } from './rule-owner.js';

/** Every wording of the rules of a fund, a manager or a programme, and what may be done about the last one of each. */
export function RulesCard({ owner, point }: { readonly owner: RuleOwner; readonly point: TimePoint }): ReactElement {
  const { t } = useTranslation();
  const query = useRules(owner.keyId, point);
  const [rewording, setRewording] = useState<StoredRule | null>(null);
  const [ending, setEnding] = useState<StoredRule | null>(null);
  return (
    <Card title={t('mandate.history')} flush>
      <Loaded query={query}>{(rules) => <RulesTable rules={rules} none={owner.level === 'FUND' ? t('mandate.noHistory') : t('mandate.noSharedHistory')} onReword={setRewording} onEnd={setEnding} />}</Loaded>
      {rewording !== null && <MandateDialog owners={[owner]} rule={rewording} onClose={() => setRewording(null)} />}
      {ending !== null && <EndMandateDialog fundId={owner.level === 'FUND' ? owner.keyId : null} rule={ending} onClose={() => setEnding(null)} />}
    </Card>
  );
}

interface TableProps {
  readonly rules: readonly StoredRule[];
  readonly none: string;
  readonly onReword: (rule: StoredRule) => void;
  readonly onEnd: (rule: StoredRule) => void;
}

function RulesTable({ rules, none, onReword, onEnd }: TableProps): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  const may = usePermissions();
  if (rules.length === 0) {
    return (
      <Empty>
        <p>{none}</p>
      </Empty>
    );
  }
  const isLast = (rule: StoredRule): boolean => rule.endedOn === null && rules.every((other) => other.id !== rule.id || other.number <= rule.number);
  return (
    <PlainTable
      label={t('mandate.history')}
      rows={rules}
      rowKey={({ version }) => version}
      columns={[
        { header: t('mandate.rule'), wrap: true, cell: (rule) => <span className={styles['what']}>{say(rule.name)}<small>{say(rule.countsInWords)}</small></span> },
        { header: t('mandate.version'), align: 'right', cell: ({ number }) => number },
        { header: t('mandate.howMuch'), wrap: true, cell: (rule) => `${term('mandateBasis', rule.denominator)} ${formatBasisPoints(rule.ratioBasisPoints)}%` },
        { header: t('mandate.when'), cell: (rule) => rule.deadlineOn ?? rule.milestones.at(-1)?.on ?? t('mandate.atOnce') },
        { header: t('mandate.effectiveFrom'), cell: ({ effectiveFrom }) => effectiveFrom },
        { header: t('mandate.endedOn'), cell: ({ endedOn }) => endedOn ?? '–' },
        { header: t('mandate.clause'), wrap: true, cell: ({ clause, source }) => `${clause} (${term('source', source)})` },
        {
          header: '',
          cell: (rule) =>
            isLast(rule) && (
              <span className={styles['side']}>
                {may('mandate.decide') && (
                  <Button small onPress={() => onReword(rule)}>
                    {t('mandate.reword')}
                  </Button>
                )}
                {may('mandate.end') && (
                  <Button small tone="quiet" onPress={() => onEnd(rule)}>
                    {t('mandate.end')}
                  </Button>
                )}
              </span>
            ),
        },
      ]}
    />
  );
}
