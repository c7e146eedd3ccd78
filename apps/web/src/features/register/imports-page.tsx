import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { previewHeaders, useIntent } from '../../api/intent.js';
import type { ImportResult } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button, LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { forgetDraft } from '../../design/form/draft.js';
import { Page } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { Spinner } from '../../design/spinner.js';
import { usePermissions } from '../session/use-session.js';
import { ChooseSource, REGISTER_DRAFT } from './choose-source.js';
import { ImportHistory } from './import-history.js';
import { ImportOutcome } from './import-outcome.js';
import styles from './imports-page.module.css';
import { importRegister, refreshEverything, type RegisterSource } from './register.requests.js';

interface Preview {
  readonly source: RegisterSource;
  readonly result: ImportResult;
}

/** A register comes in two steps: first every row is judged and shown, then what is in order is recorded. */
export function ImportsPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const navigate = useNavigate();
  const intent = useIntent();
  const [preview, setPreview] = useState<Preview | null>(null);
  const judge = useWrite({
    mutationFn: async (source: RegisterSource): Promise<Preview> => ({ source, result: await importRegister(source, true, previewHeaders()) }),
    onSuccess: setPreview,
  });
  const record = useWrite({
    mutationFn: ({ source }: Preview) => importRegister(source, false, intent.headersFor(describe(source))),
    onSubmitted: () => {
      forgetDraft(REGISTER_DRAFT);
      setPreview(null);
    },
    onSuccess: async ({ id }) => {
      intent.done();
      forgetDraft(REGISTER_DRAFT);
      await refreshEverything();
      void navigate(`/imports/${id ?? ''}`, { state: { imported: true } });
    },
  });
  const busy = judge.isPending || record.isPending;
  return (
    <Page title={t('register.title')} lead={t(may('fund-register.import') ? 'register.lead' : 'register.leadElsewhere')} actions={<ImportPlaces />}>
      {may('fund-register.import') && (
        <>
          {preview === null && !busy && <ChooseSource onSource={(source) => judge.mutate(source)} />}
          {busy && <Working text={t(record.isPending ? 'register.importing' : 'register.reading')} />}
          <ProblemCallout error={judge.error ?? record.error} />
          {preview !== null && !busy && (
            <PreviewSection
              preview={preview}
              onRun={() => record.mutate(preview)}
              onAgain={() => {
                setPreview(null);
                judge.reset();
                record.reset();
              }}
            />
          )}
        </>
      )}
      {preview === null && <ImportHistory />}
    </Page>
  );
}

/** The other books come in at their own places. */
function ImportPlaces(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <>
      {may('voucher-roster.import') && <LinkButton to="/vouchers/roster">{t('register.places.vouchers')}</LinkButton>}
      {may('grant-register.import') && <LinkButton to="/grants/register">{t('register.places.grants')}</LinkButton>}
      {may('matching-register.import') && <LinkButton to="/matching/register">{t('register.places.matching')}</LinkButton>}
    </>
  );
}

/** What makes two attempts the same intent: a retry after a lost connection must not import twice. */
function describe(source: RegisterSource): unknown {
  return source.kind === 'paste' ? source.pasted : [source.file.name, source.file.size, source.file.lastModified];
}

function Working({ text }: { readonly text: string }): ReactElement {
  return (
    <Card>
      <p className={styles['working']} role="status">
        <Spinner />
        {text}
      </p>
    </Card>
  );
}

interface PreviewProps {
  readonly preview: Preview;
  readonly onRun: () => void;
  readonly onAgain: () => void;
}

function PreviewSection({ preview: { result }, onRun, onAgain }: PreviewProps): ReactElement {
  const { t } = useTranslation();
  const fresh = result.accepted - result.unchanged;
  return (
    <>
      <Callout tone="information" title={t('register.preview')}>
        <div className={styles['actions']}>
          {fresh === 0 ? (
            <span>{t('register.nothing')}</span>
          ) : (
            <Button tone="primary" onPress={onRun}>
              {t(result.rejected > 0 ? 'register.runPartly' : 'register.run', { count: fresh })}
            </Button>
          )}
          <Button onPress={onAgain}>{t('register.again')}</Button>
        </div>
      </Callout>
      <ImportOutcome result={result} />
    </>
  );
}
