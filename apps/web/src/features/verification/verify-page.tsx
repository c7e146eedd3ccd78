import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../app/brand.js';
import { LanguageButton } from '../../app/language-button.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextField } from '../../design/text-field.js';
import { formatOfficialDate } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { FileComparison } from './file-comparison.js';
import { useVerification, type VerifiedReport } from './verification.requests.js';
import styles from './verify-page.module.css';

/** For whoever holds an issued report, without an account: whether it holds, and whether the file is the one that was issued. */
export function VerifyPage({ code }: { readonly code: string }): ReactElement {
  const { t } = useTranslation();
  const query = useVerification(code);
  return (
    <main className={styles['page']}>
      <title>{`${t('verification.title')} · ${t('common.product')}`}</title>
      <div className={styles['top']}>
        <Brand />
        <LanguageButton />
      </div>
      <h1>{t('verification.title')}</h1>
      <p>{t('verification.lead')}</p>
      <CodeForm code={code} />
      <ProblemCallout error={query.error} />
      {query.isLoading && <p role="status">{t('common.loading')}</p>}
      {query.data !== undefined && <Verified report={query.data} />}
      <Card title={t('verification.offline')}>
        <Stack>
          <p>{t('verification.offlineText')}</p>
          <code>npx baton verify report.pdf</code>
        </Stack>
      </Card>
    </main>
  );
}

/** The address says which report it is, so that a link to the answer is a link to the answer. */
function CodeForm({ code }: { readonly code: string }): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(code);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') location.assign(`/verify/${encodeURIComponent(typed.trim())}`);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <TextField label={t('verification.code')} value={typed} onChange={setTyped} maxLength={20} />
      <Button type="submit" tone="primary">
        {t('verification.look')}
      </Button>
    </form>
  );
}

const TONES = { VALID: 'success', REPLACED: 'warning', WITHDRAWN: 'danger' } as const;

function Verified({ report }: { readonly report: VerifiedReport }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const hash = (text: string): ReactElement => <span className={styles['hash']}>{text}</span>;
  return (
    <>
      <Callout tone={TONES[report.status]} title={t(`verification.${report.status}`)}>
        {report.status !== 'VALID' && <p>{report.validVersion === null ? t('verification.noneHolds') : t('verification.validVersion', { version: report.validVersion })}</p>}
      </Callout>
      <Card>
        <Facts
          facts={[
            { label: t('verification.document'), value: `${say(report.title)} · ${t('reportIssue.pageTitle', { number: report.number, version: report.version })}` },
            { label: t('verification.issuer'), value: report.issuer },
            { label: t('verification.issuedOn'), value: formatOfficialDate(report.issuedOn) },
            report.changedOn === null ? null : { label: t('verification.changedOn'), value: formatOfficialDate(report.changedOn) },
            { label: t('verification.signer'), value: report.signer === null ? t('verification.unsigned') : `${report.signer} (PAdES-${report.signatureLevel ?? ''})` },
            report.signerFingerprint === null ? null : { label: t('verification.certificate'), value: hash(report.signerFingerprint) },
            { label: t('verification.dataHash'), value: hash(report.dataSha256) },
            report.fileSha256 === null ? null : { label: t('verification.fileHash'), value: hash(report.fileSha256) },
          ]}
        />
      </Card>
      {report.fileSha256 !== null && <FileComparison fileSha256={report.fileSha256} />}
    </>
  );
}
