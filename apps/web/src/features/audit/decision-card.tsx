import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatInstant } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { VerdictList } from '../rule/verdict-list.js';
import type { Decision } from './audit.requests.js';
import styles from './object-page.module.css';

const OUTCOME_TONES = { DONE: 'success', SUBMITTED: 'information', REFUSED: 'danger' } as const;

/** One decision: who, by which rules with which values, on what, with whose signatures, and whether it is sealed. */
export function DecisionCard({ decision }: { readonly decision: Decision }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const term = useTerm();
  return (
    <Card
      title={say(decision.title)}
      note={formatInstant(decision.actedAt)}
      actions={<Tag tone={OUTCOME_TONES[decision.outcome]}>{t(`audit.outcomes.${decision.outcome}`)}</Tag>}
    >
      <div className={styles['decision']}>
        <Facts
          columns
          facts={[
            { label: t('audit.decidedBy'), value: `${decision.actorName} (${decision.actorRoles.map((role) => term('role', role)).join(', ')})` },
            { label: t('audit.approval'), value: decision.approvalNumber ?? t('audit.noApproval') },
            { label: t('audit.recordedAt'), value: formatInstant(decision.recordedAt) },
            { label: t('audit.seal'), value: decision.sealBatch === null ? t('audit.notSealed') : t('audit.sealed', { number: decision.sealBatch }) },
            { label: t('audit.evidence'), value: t('audit.evidenceThen', { count: decision.evidenceCount }) },
            decision.reason === null ? null : { label: t('audit.reason'), value: decision.reason },
            { label: t('audit.inputHash'), value: <span className={styles['hash']}>{decision.inputHash}</span> },
            decision.problem === null ? null : { label: t('audit.outcomes.REFUSED'), value: say(decision.problem) },
          ]}
        />
        {decision.rules.length > 0 && (
          <section>
            <h3>{t('audit.rules')}</h3>
            <VerdictList verdicts={decision.rules} />
          </section>
        )}
        {decision.signatures.length > 0 && <Signatures decision={decision} />}
        {decision.policies.length > 0 && <PoliciesThen decision={decision} />}
      </div>
    </Card>
  );
}

function Signatures({ decision }: { readonly decision: Decision }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <section>
      <h3>{t('audit.signatures')}</h3>
      <ul className={styles['signatures']}>
        {decision.signatures.map((each) => (
          <li key={`${each.signerName}-${each.at}`}>
            <strong>{each.signerName}</strong> {term('rank', each.signerRank)}
            {each.forName !== null && ` ${t('audit.signedFor', { name: each.forName })}`} · {t(`audit.signed.${each.decision}`)} · {formatInstant(each.at)} · {term('proof', each.method)}
            {each.opinion !== null && <p>{each.opinion}</p>}
            <p className={styles['hash']}>{each.contentHash}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Values as they were then, folded away: there are many, and the rules above name those they went by. */
function PoliciesThen({ decision: { policies } }: { readonly decision: Decision }): ReactElement {
  const { t } = useTranslation();
  return (
    <details className={styles['policies']}>
      <summary>{t('audit.policies', { count: policies.length })}</summary>
      <PlainTable
        label={t('audit.policies', { count: policies.length })}
        rows={policies}
        rowKey={({ key }) => key}
        columns={[
          { header: t('audit.rule'), cell: ({ name }) => name, wrap: true },
          { header: t('audit.value'), cell: ({ value }) => value, align: 'right' },
          { header: t('audit.clause'), cell: ({ clause }) => clause, wrap: true },
          { header: t('audit.source'), cell: ({ source }) => source },
          { header: t('audit.version'), cell: ({ version }) => version, align: 'center' },
        ]}
      />
    </details>
  );
}
