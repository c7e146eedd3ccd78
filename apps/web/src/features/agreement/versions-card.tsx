import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Empty } from '../../design/page.js';
import { Tag } from '../../design/tag.js';
import type { Agreement, AgreementVersion } from './agreement.requests.js';
import { TermDiff } from './term-diff.js';
import styles from './terms-page.module.css';

/** The agreement as it was written and rewritten: the version in force stands open. */
export function VersionsCard({ agreement }: { readonly agreement: Agreement }): ReactElement {
  const { t } = useTranslation();
  const standing = agreement.versions.find(({ inForce }) => inForce)?.number ?? 0;
  return (
    <>
      <Card title={t('agreement.versions')} note={t('agreement.versionsNote')}>
        {agreement.versions.length === 0 ? <Empty>{t('agreement.first')}</Empty> : agreement.versions.map((version) => <Version key={version.id} version={version} standing={standing} />)}
      </Card>
      {agreement.decisions.length > 0 && (
        <Card title={t('agreement.single')} note={t('agreement.singleNote')}>
          <TermDiff label={t('agreement.single')} terms={agreement.decisions} />
        </Card>
      )}
    </>
  );
}

function Version({ version, standing }: { readonly version: AgreementVersion; readonly standing: number }): ReactElement {
  const { t } = useTranslation();
  const { number, title, decidedOn, effectiveFrom, summary, documentName, inForce, terms } = version;
  return (
    <details open={inForce} className={styles['version']}>
      <summary>
        <strong>{t('agreement.version', { number })}</strong> {title}{' '}
        {inForce && <Tag tone="success">{t('agreement.inForce')}</Tag>}
        {number > standing && <Tag tone="warning">{t('agreement.notYet')}</Tag>}
        <span className={styles['note']}>
          {t('agreement.decidedOn')} {decidedOn} · {t('agreement.effectiveFrom')} {effectiveFrom}
          {documentName === null ? '' : ` · ${documentName}`}
        </span>
      </summary>
      <p>{summary}</p>
      <TermDiff label={t('agreement.version', { number })} terms={number === 1 ? terms.map((term) => ({ ...term, before: null, beforeClause: null })) : terms} />
    </details>
  );
}
