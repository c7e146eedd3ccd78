import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../../design/loaded.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { VerdictList } from '../rule/verdict-list.js';
import { ApprovalActions, type Deed } from './approval-actions.js';
import { ApprovalLine, Opinions } from './approval-line.js';
import { documentsIn, fundOf, importResultOf } from './approval-parts.js';
import { ApprovalTag } from './approval-tag.js';
import styles from './approval-pane.module.css';
import { useApproval, type Approval } from './approval.requests.js';
import { CopyHash } from './copy-hash.js';
import { Differences } from './differences.js';
import { Documents } from './documents.js';
import { BalanceEffects, PostedEffects } from './effects.js';
import { ImportEffect } from './import-effect.js';
import { InputFacts } from './input-facts.js';
import { ObligationChange } from './obligation-change.js';
import { Outcome } from './outcome.js';
import { useSentence } from './sentence.js';

/** Entries beyond this are folded away: an import posts hundreds, and the rows say more about it. */
const MANY_ENTRIES = 6;

interface Props {
  readonly id: string;
  readonly onDeed: (deed: Deed, approval: Approval) => void;
}

/** All that a signer needs to understand what they sign; afterwards all that was signed, by whom, seeing what. */
export function ApprovalPane({ id, onDeed }: Props): ReactElement {
  const query = useApproval(id);
  return (
    <Loaded query={query}>
      {(approval) => (
        <article className={styles['pane']} aria-label={approval.number}>
          <PaneHead approval={approval} onDeed={onDeed} />
          <ApprovalLine approval={approval} />
          <Outcome approval={approval} />
          <PaneBody approval={approval} />
        </article>
      )}
    </Loaded>
  );
}

function PaneHead({ approval, onDeed }: { readonly approval: Approval; readonly onDeed: Props['onDeed'] }): ReactElement {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <header className={styles['head']}>
      <div className={styles['top']}>
        <span className={styles['number']}>{approval.number}</span>
        {approval.versions.length > 1 && <Versions approval={approval} />}
        <ApprovalTag state={approval.state} />
        <ApprovalActions approval={approval} onDeed={onDeed} />
      </div>
      <h2 className={styles['title']} tabIndex={-1} id="approval-title">
        {sentence(approval)}
      </h2>
      <p className={styles['meta']}>
        {t('approval.drafter')} <strong>{approval.makerName}</strong> ({approval.makerLogin}) {formatInstant(approval.submittedAt)} · {t('approval.expires')} {formatInstant(approval.expiresAt)}
      </p>
    </header>
  );
}

function Versions({ approval }: { readonly approval: Approval }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <nav className={styles['versions']} aria-label={t('approval.versions')}>
      {approval.versions.map(({ id, version, state }) => (
        <Link key={id} to={{ pathname: `/approvals/${id}`, search: location.search }} title={term('approvalState', state)} {...(id === approval.id ? { 'aria-current': 'true' as const } : {})}>
          {t('approval.version', { version })}
        </Link>
      ))}
    </nav>
  );
}

function PaneBody({ approval }: { readonly approval: Approval }): ReactElement {
  const { t } = useTranslation();
  const documents = documentsIn(approval);
  const imported = importResultOf(approval);
  return (
    <>
      {approval.version > 1 && (
        <Section title={t('approval.differences', { version: approval.version - 1 })}>
          <Differences approval={approval} />
        </Section>
      )}
      {(approval.verdicts.length > 0 || imported === null) && (
        <Section title={t('approval.verdicts')} note={approval.verdictsWarn > 0 ? t('approval.verdictsWarn', { count: approval.verdictsWarn }) : undefined}>
          {approval.verdicts.length === 0 ? <p className={styles['quiet']}>{t('approval.verdictsNone')}</p> : <VerdictList verdicts={approval.verdicts} />}
        </Section>
      )}
      {imported !== null && (
        <Section title={t('approval.importEffect')}>
          <ImportEffect result={imported} />
        </Section>
      )}
      {approval.balances.length > 0 && imported === null && (
        <Section title={t('approval.balances')}>
          <BalanceEffects balances={approval.balances} />
          <ObligationChange result={approval.result} />
        </Section>
      )}
      <Section title={t('approval.facts')} note={t('approval.factsNote')}>
        {approval.reason !== null && (
          <p>
            <strong>{t('approval.reason')}</strong> {approval.reason}
          </p>
        )}
        <InputFacts input={approval.input} labels={approval.labels} fundId={fundOf(approval)} />
      </Section>
      {documents.length > 0 && (
        <Section title={t('approval.documents')}>
          <Documents documents={documents} />
        </Section>
      )}
      <Entries approval={approval} />
      <Proof approval={approval} />
    </>
  );
}

function Entries({ approval: { entries } }: { readonly approval: Approval }): ReactElement | null {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <Section title={t('approval.entries')} note={`${entries.length}`}>
      {entries.length <= MANY_ENTRIES ? (
        <PostedEffects entries={entries} />
      ) : (
        <details className={styles['details']}>
          <summary>{t('table.rows', { count: entries.length })}</summary>
          <PostedEffects entries={entries} />
        </details>
      )}
    </Section>
  );
}

/** Who signed how, on which clause the line rests, and the hash that all of them signed. */
function Proof({ approval }: { readonly approval: Approval }): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('approval.opinions')}>
      <Opinions line={approval.line} />
      <p className={styles['meta']}>
        {t('approval.lineClause')}: {approval.clause}
      </p>
      <p className={styles['meta']}>
        {t('approval.fingerprint')} <CopyHash hash={approval.contentHash} />
      </p>
      <details className={styles['details']}>
        <summary>{t('approval.rawInput')}</summary>
        <pre className={styles['raw']}>{JSON.stringify(approval.input, null, 2)}</pre>
      </details>
    </Section>
  );
}

function Section({ title, note, children }: { readonly title: string; readonly note?: string | undefined; readonly children: ReactNode }): ReactElement {
  return (
    <section className={styles['section']}>
      <h3>
        {title}
        {note !== undefined && <span className={styles['note']}>{note}</span>}
      </h3>
      {children}
    </section>
  );
}
