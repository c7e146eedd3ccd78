import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Stack } from '../../design/page.js';
import { Spinner } from '../../design/spinner.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useVerification, type Progress, type Verification, type VerificationState } from './use-verification.js';
import styles from './seal.module.css';

/** Starts a verification, shows how far it is, and what it found. */
export function VerificationCard(): ReactElement {
  const { t } = useTranslation();
  const { state, start, stop } = useVerification();
  const running = state.kind === 'running';
  return (
    <Card
      title={t('seals.verification')}
      actions={
        <Button small tone={running ? 'tertiary' : 'primary'} onPress={running ? stop : start}>
          {running ? t('seals.stop') : t('seals.verify')}
        </Button>
      }
    >
      <Stack>
        <p>{t('seals.verificationNote')}</p>
        <div aria-live="polite">
          <Outcome state={state} />
        </div>
      </Stack>
    </Card>
  );
}

function Outcome({ state }: { readonly state: VerificationState }): ReactElement | null {
  const { t } = useTranslation();
  const inLanguage = useBilingual();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return <Running progress={state.progress} />;
    case 'done':
      return <Result verification={state.verification} />;
    case 'refused':
      return <Callout tone="information" title={inLanguage(state.text)} />;
    case 'lost':
      return <Callout tone="warning" title={t('seals.failed')} />;
  }
}

function Running({ progress }: { readonly progress: Progress | null }): ReactElement {
  const { t } = useTranslation();
  return (
    <p className={styles['running']}>
      <Spinner />
      {progress === null ? t('seals.verifying') : `${t(`seals.stage.${progress.stage}`, { table: progress.table ?? '' })} · ${t('seals.progress', { rows: progress.rows.toLocaleString() })}`}
    </p>
  );
}

function Result({ verification }: { readonly verification: Verification }): ReactElement {
  const { t } = useTranslation();
  const inLanguage = useBilingual();
  const { sound, findings, head, batches, rows, anchors, unsealed, excused } = verification;
  const [first, ...others] = findings;
  return (
    <Callout tone={sound ? 'success' : 'danger'} title={t(sound ? 'seals.sound' : 'seals.unsound')} urgent={!sound}>
      {first !== undefined && (
        <p>
          <strong>{t('seals.first')}</strong> · {inLanguage(first.text)}
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('seals.further', { count: others.length })}</summary>
          <ul className={styles['list']}>
            {others.map((finding, index) => (
              <li key={index}>{inLanguage(finding.text)}</li>
            ))}
          </ul>
        </details>
      )}
      <p>{t('seals.soundText', { head: head?.number ?? 0, batches: batches.toLocaleString(), rows: rows.toLocaleString(), anchors })}</p>
      {excused > 0 && <p>{t('seals.excused', { count: excused })}</p>}
      {unsealed > 0 && <p>{t('seals.unsealedLeft', { count: unsealed })}</p>}
    </Callout>
  );
}
