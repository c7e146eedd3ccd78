import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useWonReading } from '../../design/won-text.js';
import { useTerm } from '../../i18n/term.js';
import styles from './approval-policies-page.module.css';
import type { Step } from './approval-policy.requests.js';

interface Props {
  readonly tiers: readonly { readonly fromWon: string; readonly mode: string; readonly steps: readonly (Omit<Step, 'kind' | 'role' | 'minRank'> & { readonly kind: string; readonly role: string; readonly minRank: string })[] }[];
}

/** '1억원 이상: 검토 재무 책임 → 결재 결재권자 임원 이상': a policy as a sentence for each tier. */
export function TierSentences({ tiers }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const read = useWonReading();
  const ordered = [...tiers].sort((one, other) => (BigInt(one.fromWon) < BigInt(other.fromWon) ? -1 : 1));
  const stepText = ({ kind, role, minRank, quorum }: Props['tiers'][number]['steps'][number]): string =>
    t('approvalPolicy.stepSentence', {
      kind: term('stepKind', kind),
      role: term('role', role),
      rank: minRank === 'STAFF' ? '' : t('approvalPolicy.rankAbove', { rank: term('rank', minRank) }),
      quorum: quorum === 1 ? '' : t('approvalPolicy.quorum', { count: quorum }),
    });
  return (
    <ul className={styles['sentences']}>
      {ordered.map((tier) => (
        <li key={tier.fromWon}>
          {ordered.length > 1 && <span className={styles['from']}>{tier.fromWon === '0' ? t('approvalPolicy.below', { amount: read(BigInt(ordered[1]?.fromWon ?? 0)) }) : t('approvalPolicy.atLeast', { amount: read(BigInt(tier.fromWon)) })}</span>}
          {tier.mode === 'DIRECT' || tier.steps.length === 0 ? (
            <span className={styles['direct']}>{term('approvalMode', 'DIRECT')}</span>
          ) : (
            <span>{tier.steps.map(stepText).join(' → ')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

