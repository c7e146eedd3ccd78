import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../app/brand.js';
import { LanguageButton } from '../../app/language-button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { formatOfficialDate } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { CodeForm } from './code-form.js';
import { readCode } from './code.js';
import { FileComparison } from './file-comparison.js';
import { useSignatureText } from './signature-text.js';
import { useVerification, type VerifiedReport } from './verification.requests.js';
import styles from './verify-page.module.css';

/** For whoever holds an issued report, without an account: whether it holds, and whether the file is the one that was issued. */
export function VerifyPage({ code }: { readonly code: string }): ReactElement {
  const { t } = useTranslation();
  const read = readCode(code);
  const { data, error, isLoading } = useVerification(read);
  return (
    <main className={styles['page']}>
      <title>{`${t('verification.title')} · ${t('common.product')}`}</title>
      <div className={styles['top']}>
        <Brand />
        <LanguageButton />
      </div>
      <div>
        <h1>{t('verification.title')}</h1>
        {data === undefined && <p>{t('verification.lead')}</p>}
      </div>
      <ProblemCallout error={error} />
      {isLoading && <p role="status">{t('common.loading')}</p>}
      {data === undefined ? (
        !isLoading && <CodeForm code={code} />
      ) : (
        <>
          <Verified report={data} />
          <Card title={t('verification.another')}>
            <CodeForm code="" />
          </Card>
        </>
      )}
      <Card title={t('verification.offline')}>
        <Stack>
          <p>{t('verification.offlineText')}</p>
          <code>npx baton verify report.pdf</code>
        </Stack>
      </Card>
    </main>
  );
}

const TONES = { VALID: 'success', REPLACED: 'warning', WITHDRAWN: 'danger' } as const;

function Verified({ report }: { readonly report: VerifiedReport }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const signatureText = useSignatureText();
  const hash = (text: string): ReactElement => <span className={styles['hash']}>{text}</span>;
  const { status, number, version, validVersion, fileSha256, signerFingerprint, changedOn } = report;
  return (
    <>
      <Callout tone={TONES[status]} title={t(`verification.${status}`)}>
        <p className={styles['document']}>{`${say(report.title)} · ${t('reportIssue.pageTitle', { number, version })}`}</p>
        {status !== 'VALID' && <p>{validVersion === null ? t('verification.noneHolds') : t('verification.validVersion', { version: validVersion })}</p>}
      </Callout>
      {fileSha256 === null ? <Callout tone="information" title={t('verification.notPrinted')} /> : <FileComparison fileSha256={fileSha256} />}
      <Card title={t('verification.details')}>
        <div className={styles['facts']}>
          <Facts
            facts={[
              { label: t('verification.issuer'), value: report.issuer },
              { label: t('verification.issuedOn'), value: formatOfficialDate(report.issuedOn) },
              changedOn === null ? null : { label: t('verification.changedOn'), value: formatOfficialDate(changedOn) },
              { label: t('verification.code'), value: hash(report.code) },
              fileSha256 === null ? null : { label: t('verification.signer'), value: signatureText(report) ?? t('verification.unsigned') },
              signerFingerprint === null ? null : { label: t('verification.certificate'), value: hash(signerFingerprint) },
              { label: t('verification.dataHash'), value: hash(report.dataSha256) },
              fileSha256 === null ? null : { label: t('verification.fileHash'), value: hash(fileSha256) },
            ]}
          />
        </div>
      </Card>
    </>
  );
}
