import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { SidePanel } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { Toggle } from '../../design/toggle.js';
import { formatInstant, todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { ApprovalTabs } from '../approval/approval-tabs.js';
import { useCommandKinds, useCommandName, type CommandKind } from '../approval/command-kinds.js';
import { useFunds } from '../fund/fund.queries.js';
import { usePermissions } from '../session/use-session.js';
import styles from './approval-policies-page.module.css';
import { useApprovalPolicies, type ApprovalPolicy } from './approval-policy.requests.js';
import { DecidePolicyDialog } from './decide-policy-dialog.js';
import { needsSignatures, policyLines, type PolicyLine } from './policy-lines.js';
import { TierSentences } from './tier-sentences.js';

/** Who signs what from which amount: everybody reads it, compliance decides it, and the decision itself is signed. */
export function ApprovalPoliciesPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const policies = useApprovalPolicies();
  const kinds = useCommandKinds();
  const [onlySigned, setOnlySigned] = useState(true);
  const [deciding, setDeciding] = useState<{ readonly line: PolicyLine | null } | null>(null);
  const [opened, setOpened] = useState<PolicyLine | null>(null);
  const mayDecide = may('approval-policy.decide');
  return (
    <Page
      title={t('approvalPolicy.title')}
      lead={t('approvalPolicy.lead')}
      actions={
        <>
          <Toggle selected={onlySigned} onChange={setOnlySigned}>
            {t('approvalPolicy.filter')}
          </Toggle>
          {mayDecide && (
            <Button tone="primary" onPress={() => setDeciding({ line: null })}>
              {t('approvalPolicy.decide')}
            </Button>
          )}
        </>
      }
    >
      <ApprovalTabs box={null} />
      <Loaded query={kinds}>
        {(known) => (
          <Loaded query={policies}>
            {(all) => (
              <Card flush>
                <LinesTable lines={linesOf(all, known).filter(({ inForce }) => !onlySigned || needsSignatures(inForce))} kinds={known} onOpen={setOpened} onDecide={mayDecide ? (line) => setDeciding({ line }) : undefined} />
              </Card>
            )}
          </Loaded>
        )}
      </Loaded>
      {deciding !== null && kinds.data !== undefined && <DecidePolicyDialog line={deciding.line} kinds={kinds.data} onClose={() => setDeciding(null)} />}
      <DecisionsPanel line={opened} onClose={() => setOpened(null)} />
    </Page>
  );
}

function linesOf(policies: readonly ApprovalPolicy[], kinds: readonly CommandKind[]): PolicyLine[] {
  return policyLines(policies, kinds.map(({ command }) => command), todayInSeoul());
}

/** 'fund/<id>' by the name of the fund. */
function useScopeName(): (scope: string) => string {
  const { t } = useTranslation();
  const funds = useFunds({}).data ?? [];
  return (scope) => (scope === '*' ? t('approvalPolicy.general') : (funds.find(({ id }) => scope === `fund/${id}`)?.name ?? scope));
}

interface TableProps {
  readonly lines: readonly PolicyLine[];
  readonly kinds: readonly CommandKind[];
  readonly onOpen: (line: PolicyLine) => void;
  readonly onDecide: ((line: PolicyLine) => void) | undefined;
}

function LinesTable({ lines, kinds, onOpen, onDecide }: TableProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const commandName = useCommandName();
  const scopeName = useScopeName();
  const isAlwaysSigned = (command: string): boolean => kinds.find((kind) => kind.command === command)?.alwaysSigned ?? false;
  return (
    <PlainTable
      label={t('approvalPolicy.title')}
      rows={lines}
      rowKey={({ command, scope }) => `${command} ${scope}`}
      columns={[
        {
          header: t('approvalPolicy.command'),
          cell: ({ command, scope }) => (
            <>
              <strong>{commandName(command)}</strong>
              {scope !== '*' && <p className={styles['quiet']}>{scopeName(scope)}</p>}
              {isAlwaysSigned(command) && (
                <p>
                  <Tag tone="information">{t('approvalPolicy.alwaysSigned')}</Tag>
                </p>
              )}
            </>
          ),
        },
        { header: t('approvalPolicy.line'), wrap: true, cell: ({ inForce }) => (inForce === null ? t('approvalPolicy.none') : <TierSentences tiers={inForce.tiers} />) },
        { header: t('approvalPolicy.expires'), cell: ({ inForce }) => (needsSignatures(inForce) ? t('approvalPolicy.expiresDays', { count: inForce?.expiresAfterDays ?? 0 }) : '–') },
        { header: t('approvalPolicy.clause'), wrap: true, cell: ({ inForce }) => (inForce === null ? '–' : `${inForce.clause} (${term('source', inForce.source)})`) },
        { header: t('approvalPolicy.effectiveFrom'), cell: ({ inForce }) => <span className="number">{inForce?.effectiveFrom ?? '–'}</span> },
        {
          header: '',
          cell: (line) => (
            <div className={styles['actions']}>
              {onDecide !== undefined && (
                <Button small onPress={() => onDecide(line)}>
                  {t('approvalPolicy.decideFor')}
                </Button>
              )}
              <Button small tone="quiet" onPress={() => onOpen(line)}>
                {t('approvalPolicy.history')}
              </Button>
            </div>
          ),
        },
      ]}
    />
  );
}

/** Every decision about one command, what is to come and what is past. */
function DecisionsPanel({ line, onClose }: { readonly line: PolicyLine | null; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const commandName = useCommandName();
  const today = todayInSeoul();
  const stateOf = (policy: ApprovalPolicy): 'inForce' | 'coming' | 'past' => {
    if (policy.id === line?.inForce?.id) return 'inForce';
    return policy.effectiveFrom > today ? 'coming' : 'past';
  };
  return (
    <SidePanel title={line === null ? '' : `${commandName(line.command)} · ${t('approvalPolicy.history')}`} open={line !== null} onClose={onClose}>
      {line?.decisions.map((policy) => (
        <section key={policy.id} className={styles['decision']}>
          <p>
            <Tag tone={stateOf(policy) === 'inForce' ? 'success' : 'neutral'}>{t(`approvalPolicy.${stateOf(policy)}`)}</Tag> <strong className="number">{policy.effectiveFrom}</strong>
          </p>
          <TierSentences tiers={policy.tiers} />
          <Facts
            facts={[
              { label: t('approvalPolicy.clause'), value: `${policy.clause} (${term('source', policy.source)})` },
              { label: t('approvalPolicy.expires'), value: t('approvalPolicy.expiresDays', { count: policy.expiresAfterDays }) },
              { label: t('approvalPolicy.decided'), value: formatInstant(policy.knownAt) },
            ]}
          />
        </section>
      ))}
    </SidePanel>
  );
}
