import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../api/types.js';
import { Icon, type IconName } from '../../design/icon.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { HardnessTag } from '../waiver/hardness-tag.js';
import styles from './rule.module.css';

const ICONS: Readonly<Record<string, IconName>> = { PASS: 'check', WARN: 'warning', BLOCK: 'block' };

/** What the rules say: what stands in the way first, what holds folded away. */
export function VerdictList({ verdicts: told }: { readonly verdicts: readonly Verdict[] }): ReactElement {
  const { t } = useTranslation();
  const verdicts = eachOnce(told);
  const passed = verdicts.filter(({ result }) => result === 'PASS');
  const others = ['BLOCK', 'WARN'].flatMap((result) => verdicts.filter((verdict) => verdict.result === result));
  return (
    <div className={styles['verdicts']}>
      {others.map((verdict) => (
        <VerdictItem key={identity(verdict)} verdict={verdict} />
      ))}
      {passed.length > 0 && (
        <details className={styles['details']}>
          <summary>{t('simulator.passed', { count: passed.length })}</summary>
          <div className={styles['verdicts']}>
            {passed.map((verdict) => (
              <VerdictItem key={identity(verdict)} verdict={verdict} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

/** A rule that said the same when the deal was recorded and when it was decided says it once. */
function eachOnce(verdicts: readonly Verdict[]): readonly Verdict[] {
  return [...new Map(verdicts.map((verdict) => [identity(verdict), verdict])).values()];
}

function identity({ rule, result, text }: Verdict): string {
  return `${rule} ${result} ${text.ko}`;
}

function VerdictItem({ verdict }: { readonly verdict: Verdict }): ReactElement {
  const say = useBilingual();
  const term = useTerm();
  return (
    <div className={`${styles['verdict']} ${styles[verdict.result] ?? ''}`}>
      <Icon name={ICONS[verdict.result] ?? 'info'} />
      <div>
        <p className={styles['text']}>
          <span className="hidden-text">{term('judgement', verdict.result)}: </span>
          {say(verdict.text)}
        </p>
        <p className={styles['clause']}>
          {verdict.clause} {verdict.result !== 'PASS' && <HardnessTag rule={verdict.rule} />}
        </p>
      </div>
    </div>
  );
}
